package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Ranges are for routers, routes for forwards and networks. Where a site has one address only, both hold it and its
 * forward stands on the router; else LXD before 5.0.4, 5.21.3 and 6.2 gives an address of both out twice (lxd#15221),
 * and later ones refuse such a forward ({@link OnRouters}).
 */
final class RangesOutsideRoutes implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks())
                for (Value.Range range : uplink.ranges(family))
                    uplink.routes(family).stream().filter(r -> Space.of(r).overlaps(range.range()))
                            .forEach(r -> report.accept(Diagnostic
                                    .warning("MC0322", "ranges and routes of " + uplink.title()
                                            + " overlap", new Label(range.span(), "for routers of networks"),
                                            new Label(r.span(), "for forwards and routed networks"))
                                    .why("LXD takes it, and a forward may stand on the address of its own network's router; older LXD gives any other such address out twice")
                                    .fix("keep " + range.text() + " and " + r.text()
                                            + " apart, unless forwards are to share the routers' addresses")));
    }
}
