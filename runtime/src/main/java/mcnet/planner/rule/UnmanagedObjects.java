package mcnet.planner.rule;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.project.Projects;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;

/** What others own and this program has something in is on the cluster. */
public final class UnmanagedObjects {
    private UnmanagedObjects() {}

    public static List<Diagnostic> check(PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        for (Declaration each : now.program().existing()) {
            if (each.nested().isEmpty()) continue;
            if (!isThere(each, now))
                wrong.add(Diagnostic
                        .error("MC0780", each.title() + " does not exist on the cluster", new Label(each.span(), ""))
                        .why("`existing` means that it already exists, and " + each.nested().getFirst().title()
                                + " needs it")
                        .fix("create it first, or declare it without `existing`"));
        }
        return wrong;
    }

    private static boolean isThere(Declaration each, PlanningContext now) {
        return switch (each.kind().name()) {
            case KindName.PROJECT -> Projects.seen(each.name(), now).isPresent();
            case KindName.NETWORK ->
                LxdNetworks.seen(new ResourceId(KindName.NETWORK, each.name()), now.seen()).isPresent();
            default -> true;
        };
    }
}
