package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Ranges lie in the gateway's network (facts P7); LXD says so only when the first network is created. */
final class RangesInSubnet implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks())
                uplink.gateway(family).ifPresent(gateway -> uplink.ranges(family).stream()
                        .filter(r -> !Space.of(gateway).contains(r.range()))
                        .forEach(r -> report.accept(Diagnostic.error("MC0316", "the range " + r.text()
                                + " is not in the network of the gateway", new Label(r.span(), ""),
                                new Label(gateway.span(), "its network is " + gateway.subnet().toCanonicalString()))
                                .why("a router with such an address could not reach the gateway")
                                .fix("write a range within " + gateway.subnet().toCanonicalString()))));
    }
}
