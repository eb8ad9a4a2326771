package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/**
 * What the uplink routes may become the address of a forward, so the gateway is no part of it: LXD before 5.21.5 and 6.6
 * does not look at the gateway ({@code lxd/network/driver_ovn.go getUplinkGatewayUsage}).
 */
public final class GatewayInRoutes implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.outsides())
                uplink.gateway(family).ifPresent(gateway -> uplink.routes(family).stream()
                        .filter(r -> AddressSpace.of(r).contains(gateway.host()))
                        .forEach(r -> report.accept(Diagnostic
                                .warning("MC0321", "the routes contain the gateway's address",
                                        new Label(r.span(), ""), new Label(gateway.span(), "the gateway"))
                                .why("the server accepts it; LXD before 5.21.5 and 6.6 may assign the gateway's address"
                                        + " to a forward, and both would answer for it; later releases never"
                                        + " assign that address")
                                .fix("write smaller subnets without " + gateway.host().toCanonicalString()))));
    }
}
