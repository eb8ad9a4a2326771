package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.rule.forward.RouterListenAddresses;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Ranges are for routers, routes for forwards and networks. Where a site has one address only, both hold it and its
 * forward stands on the router. Else LXD before 5.0.4, 5.21.3 and 6.2 lets a forward take a router's address
 * (lxd#15221), before 5.21.4 and 6.4 one that a router may get later, and later ones refuse a forward on any of the
 * ranges ({@link RouterListenAddresses}).
 */
public final class RangesInRoutes implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.outsides())
                for (Value.Range range : uplink.ranges(family))
                    uplink.routes(family).stream().filter(r -> AddressSpace.of(r).overlaps(range.range()))
                            .forEach(r -> report.accept(Diagnostic
                                    .warning("MC0322", "ranges and routes of " + uplink.title()
                                            + " overlap", new Label(range.span(), "for routers of networks"),
                                            new Label(r.span(), "for forwards and routed networks"))
                                    .why("the server accepts it, and a forward may use the address of its own"
                                            + " network's router; in LXD before 5.21.4 and 6.4 any other address in"
                                            + " both may be assigned twice, and later releases refuse a forward"
                                            + " on it")
                                    .fix("keep " + range.text() + " and " + r.text()
                                            + " separate, unless forwards must use the routers' addresses")));
    }
}
