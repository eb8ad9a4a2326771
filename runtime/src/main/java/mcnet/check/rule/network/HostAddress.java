package mcnet.check.rule.network;

import inet.ipaddr.IPAddress;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * A router stands on an address that hosts may have: not the broadcast address, not multicast or loopback. A gateway
 * outside may be link-local, as routers of providers often are; a router inside may not, since nobody passes packets of
 * such addresses on (RFC 4291 2.5.6, RFC 3927 2.7).
 */
public final class HostAddress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH) {
            facts.uplinks().forEach(u -> u.gateway(family).ifPresent(g -> check(g, true, report)));
            facts.networks(family).forEach(n -> n.address(family).ifPresent(a -> check(a, false, report)));
        }
    }

    private static void check(Value.Interface router, boolean outside, Consumer<Diagnostic> report) {
        IPAddress host = router.address();
        String is = AddressSpace.isBroadcast(host)
                ? "the broadcast address of its network"
                : host.isMulticast()
                        ? "a multicast address"
                        : host.isLoopback()
                                ? "a loopback address"
                                : host.isLinkLocal() && !outside ? "a link-local address" : "";
        if (!is.isEmpty())
            report.accept(Diagnostic.error("MC0314", router.text() + " is " + is, new Label(router.span(), ""))
                    .why("a router needs an address that a host can use")
                    .fix("write another address of the network"));
    }
}
