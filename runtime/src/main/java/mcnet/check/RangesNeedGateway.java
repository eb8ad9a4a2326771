package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Ranges are part of the gateway's network, so without a gateway they are part of nothing (facts P7). */
final class RangesNeedGateway implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Uplink uplink : facts.uplinks())
                if (!uplink.ranges(family).isEmpty()
                        && facts.lacks(uplink.declaration(), Families.path(family, "gateway")))
                    report.accept(Diagnostic.error("MC0315", uplink.title() + " has " + Families.name(family)
                            + " ranges and no gateway",
                            new Label(uplink.declaration().setting(Families.path(family, "ranges")).get().span(), ""))
                            .why("routers of networks take their way out, and the size of their network, from the gateway")
                            .fix("add gateway = … to the block " + Families.block(family)));
    }
}
