package mcnet.check.rule.zone;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;

/** The name of a zone is unique over all projects of a cluster ({@code lxd/network/zone/zone.go Exists}). */
public final class DuplicateZone implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, Declaration> first = new HashMap<>();
        facts.program().all(KindName.ZONE).forEach(zone -> {
            Declaration other = first.putIfAbsent(zone.name(), zone);
            if (other != null && !other.inside().project().equals(zone.inside().project()))
                report.accept(Diagnostic
                        .error("MC0386", zone.title() + " is declared in two projects", new Label(zone.span(), ""),
                                new Label(other.span(), "and here"))
                        .why("the name of a zone is unique in the cluster, not only in its project")
                        .fix("rename one of them, or keep one and refer to it from both projects"));
        });
    }
}
