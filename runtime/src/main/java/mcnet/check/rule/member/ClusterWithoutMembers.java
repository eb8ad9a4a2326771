package mcnet.check.rule.member;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.KindName;

/** A cluster without members is nowhere to connect to. */
public final class ClusterWithoutMembers implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().ofKind(KindName.CLUSTER)
                .filter(c -> c.nested().stream().noneMatch(d -> d.kind().name().equals(KindName.MEMBER)))
                .filter(c -> !facts.invalidParts().about(c))
                .forEach(c -> report
                        .accept(Diagnostic.error("MC0302", c.title() + " has no members", new Label(c.span(), ""))
                                .why("mcnet reaches a cluster through its members")
                                .fix("add member NAME { address = 10.77.0.1 } for each of them")));
    }
}
