package mcnet.check.rule.project;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Value;
import mcnet.schema.Family;

/** What a project may use of an uplink, the uplink has. */
public final class GrantsOutsideRoutes implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().ofKind(KindName.PROJECT).flatMap(p -> p.nested(KindName.GRANT))
                .forEach(grant -> facts.uplinks().stream()
                        .filter(u -> u.declaration().name().equals(grant.name()))
                        .forEach(uplink -> check(grant, uplink, facts, report)));
    }

    private static void check(Declaration grant, UplinkView uplink, ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (Value.Subnet subnet : ListSettings.of(grant, FamilyBlocks.path(family, "subnets"), Value.Subnet.class))
                if (!facts.invalidParts().about(uplink.declaration(), FamilyBlocks.path(family, "routes"))
                        && uplink.routes(family).stream()
                                .noneMatch(r -> AddressSpace.of(r).contains(AddressSpace.of(subnet))))
                    report.accept(Diagnostic.error("MC0367", subnet.text() + " is not routed by " + uplink.title(),
                            new Label(subnet.span(), ""), new Label(uplink.declaration().span(), ""))
                            .why("only subnets in the uplink's routes can be granted to a project")
                            .fix("add it to the routes of " + uplink.title()));
    }
}
