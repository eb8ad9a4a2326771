package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** A network inside that overlaps the uplink's own makes part of the outside unreachable (facts O8). */
final class ApartFromUplink implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Network network : facts.networks(family))
                network.uplink().flatMap(u -> u.gateway(family)).ifPresent(gateway -> network.address(family)
                        .filter(a -> network.hidden(family) && Space.overlap(a, gateway))
                        .ifPresent(a -> report.accept(Diagnostic.error("MC0333", network.title()
                                + " overlaps the network of its uplink", new Label(a.span(), ""),
                                new Label(gateway.span(), "the uplink's own"))
                                .why("its instances would look for the gateway's network among themselves")
                                .fix("give " + network.title() + " a network that is used nowhere else"))));
    }
}
