package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/**
 * What the uplink routes may become the address of a forward, so the gateway is no part of it: LXD before 5.21.5 and 6.6
 * does not look at the gateway ({@code lxd/network/driver_ovn.go getUplinkGatewayUsage}).
 */
final class GatewayOutsideRoutes implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks())
                uplink.gateway(family).ifPresent(gateway -> uplink.routes(family).stream()
                        .filter(r -> Space.of(r).contains(gateway.host()))
                        .forEach(r -> report.accept(Diagnostic
                                .warning("MC0321", "the routes hold the gateway's address",
                                        new Label(r.span(), ""), new Label(gateway.span(), "the gateway"))
                                .why("LXD takes it; before 5.21.5 and 6.6 it may give the gateway's address to a forward, and both would answer for it; later releases keep forwards off that address")
                                .fix("write smaller networks without " + gateway.host().toCanonicalString()))));
    }
}
