package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Instances make IPv6 addresses of their own from a /64 only (RFC 4862 5.5.3); Linux ignores a prefix of another length
 * ({@code net/ipv6/addrconf.c addrconf_prefix_rcv}). Which lengths a server takes depends on its release, so that is for
 * the plan.
 */
public final class Ipv6PrefixLength implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks(Family.IPV6))
            network.address(Family.IPV6)
                    .filter(a -> a.address().getPrefixLength() != 64 && isStateless(network, facts))
                    .ifPresent(a -> report.accept(warning(network, a)));
    }

    private static boolean isStateless(NetworkView network, ProgramView facts) {
        String dhcp = ListSettings.word(network.declaration(), "ipv6.dhcp");
        return !dhcp.equals("stateful") && !dhcp.equals("false")
                && !facts.invalidParts().about(network.declaration(), "ipv6.dhcp");
    }

    private static Diagnostic warning(NetworkView network, Value.Interface address) {
        int length = address.address().getPrefixLength();
        return Diagnostic
                .warning("MC0329", "instances of " + network.title() + " get no IPv6 address",
                        new Label(address.span(), "this is a /" + length))
                .why("without stateful DHCP they choose their own addresses, which works only in a /64; "
                        + (length > 64
                                ? "and LXD from 5.0.4, 5.21.3 and 6.2 on refuses a longer one"
                                : "and LXD before 5.0.4, 5.21.3 and 6.2 refuses a shorter one"))
                .fix("write " + address.host().toCanonicalString() + "/64, or in " + network.title()
                        + ": ipv6 { dhcp = stateful }");
    }
}
