package mcnet.check.rule.underlay;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;

/** All members say where their tunnels end, or none does: a tunnel has two ends. */
public final class MissingTunnelAddress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        List<Declaration> underlays = facts.program().ofKind(KindName.UNDERLAY).toList();
        boolean unsure = facts.members().stream().anyMatch(m -> facts.invalidParts().about(m, "underlay"))
                || underlays.stream().anyMatch(u -> facts.invalidParts().about(u, "address"));
        List<Declaration> with = facts.members().stream().filter(m -> says(m, underlays)).toList();
        if (unsure || with.isEmpty() || with.size() == facts.members().size())
            return;
        for (Declaration member : facts.members())
            if (!with.contains(member))
                report.accept(Diagnostic.error("MC0309", member.title() + " has no tunnel address",
                        new Label(member.span(), ""), new Label(with.getFirst().span(), "this member does"))
                        .why("the other members could not build tunnels to this one")
                        .fix("add underlay = … to " + member.title()));
    }

    private static boolean says(Declaration member, List<Declaration> underlays) {
        return member.has("underlay") || underlays.stream().anyMatch(
                u -> u.on().containsKey(member.name()) && u.on().get(member.name()).containsKey("address"));
    }
}
