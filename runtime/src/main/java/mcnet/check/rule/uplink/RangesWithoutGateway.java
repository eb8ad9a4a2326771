package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Ranges are part of the gateway's network, so without a gateway they are part of nothing. */
public final class RangesWithoutGateway implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.outsides())
                if (!uplink.ranges(family).isEmpty()
                        && facts.lacks(uplink.declaration(), FamilyBlocks.path(family, uplink.gatewayAttribute())))
                    report.accept(Diagnostic.error("MC0315", uplink.title() + " has " + FamilyBlocks.name(family)
                            + " ranges but no " + uplink.gatewayAttribute(),
                            new Label(uplink.declaration().setting(FamilyBlocks.path(family, "ranges")).get().span(),
                                    ""))
                            .why("routers of networks get their default route and their prefix length from the "
                                    + uplink.gatewayAttribute())
                            .fix("add " + uplink.gatewayAttribute() + " = … to the block "
                                    + FamilyBlocks.block(family)));
    }
}
