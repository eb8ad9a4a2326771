package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/** What a project may use of an uplink, the uplink has (language rule 14). */
final class GrantsInRoutes implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        facts.program().ofKind("project").flatMap(p -> p.nested("grant")).forEach(grant -> facts.uplinks().stream()
                .filter(u -> u.declaration().name().equals(grant.name()))
                .forEach(uplink -> check(grant, uplink, facts, report)));
    }

    private static void check(Declaration grant, Uplink uplink, Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Value.Subnet subnet : Lists.of(grant, Families.path(family, "subnets"), Value.Subnet.class))
                if (!facts.doubts().about(uplink.declaration(), Families.path(family, "routes"))
                        && uplink.routes(family).stream().noneMatch(r -> Space.of(r).contains(Space.of(subnet))))
                    report.accept(Diagnostic.error("MC0367", subnet.text() + " is not routed by " + uplink.title(),
                            new Label(subnet.span(), ""), new Label(uplink.declaration().span(), ""))
                            .why("a project can be granted only what the uplink routes")
                            .fix("add it to the routes of " + uplink.title()));
    }
}
