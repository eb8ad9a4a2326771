package mcnet.check.rule.underlay;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;

/** A member's end of the tunnels is said in one place. */
public final class DuplicateTunnelAddress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Declaration underlay : facts.program().ofKind(KindName.UNDERLAY).toList())
            for (Declaration member : facts.members()) {
                Setting here = member.setting("underlay").orElse(null);
                Setting there = underlay.on().containsKey(member.name())
                        ? underlay.on().get(member.name()).get("address")
                        : null;
                if (here != null && there != null)
                    report.accept(Diagnostic
                            .error("MC0308", "duplicate tunnel address of " + member.name(),
                                    new Label(there.span(), "here"), new Label(here.span(), "and here"))
                            .fix("remove one of them, even if both are the same"));
            }
    }
}
