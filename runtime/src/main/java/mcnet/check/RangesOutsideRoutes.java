package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Ranges are for routers, routes for forwards and networks: an address in both is given out twice (facts P11,
 * lxd#15221).
 */
final class RangesOutsideRoutes implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks())
                for (Value.Range range : uplink.ranges(family))
                    uplink.routes(family).stream().filter(r -> Space.of(r).overlaps(range.range()))
                            .forEach(r -> report.accept(Diagnostic
                                    .error("MC0322", "ranges and routes of " + uplink.title()
                                            + " overlap", new Label(range.span(), "for routers of networks"),
                                            new Label(r.span(), "for forwards and routed networks"))
                                    .why("LXD gives addresses from both without looking at the other")
                                    .fix("keep " + range.text() + " and " + r.text() + " apart")));
    }
}
