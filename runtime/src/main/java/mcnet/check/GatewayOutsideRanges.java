package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** The gateway's address is taken (facts P10). */
final class GatewayOutsideRanges implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks())
                uplink.gateway(family).ifPresent(gateway -> uplink.ranges(family).stream()
                        .filter(r -> r.range().contains(gateway.host()))
                        .forEach(r -> report.accept(Diagnostic.error("MC0320", "the range holds the gateway's address",
                                new Label(r.span(), ""), new Label(gateway.span(), "the gateway"))
                                .why("LXD would give the address to a router, and both would answer for it")
                                .fix("leave " + gateway.host().toCanonicalString() + " out of the range"))));
    }
}
