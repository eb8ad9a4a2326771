package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** A resolver of a family in which the uplink has no gateway is never reached. */
public final class ResolverFamily implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (UplinkView uplink : facts.uplinks())
            for (Value.Address resolver : ListSettings.of(uplink.declaration(), "dns", Value.Address.class)) {
                Family family = resolver.address().isIPv4() ? Family.IPV4 : Family.IPV6;
                if (facts.lacks(uplink.declaration(), FamilyBlocks.path(family, "gateway")))
                    report.accept(Diagnostic.warning("MC0326", "the resolver " + resolver.text() + " cannot be reached",
                            new Label(resolver.span(), ""), new Label(uplink.declaration().span(), "no "
                                    + FamilyBlocks.name(family) + " gateway"))
                            .why("instances reach it through the uplink, which has no gateway in this family")
                            .fix("write a resolver of the other family, or add the gateway"));
            }
    }
}
