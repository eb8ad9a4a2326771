package mcnet.planner.rule;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.project.ProjectNamespace;
import mcnet.lxd.project.Projects;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.DesiredResource;

/** What a file declares in a project that does not have such things for itself: the server would make it in its own. */
public final class SharedProjectObjects {
    private SharedProjectObjects() {}

    public static List<Diagnostic> misplaced(DesiredResource desired, PlanningContext now) {
        String project = desired.id().project();
        Optional<ProjectNamespace> namespace = ProjectNamespace.of(desired.id().kind());
        if (namespace.isEmpty() || Projects.willOwn(project, namespace.get(), now)) return List.of();
        String what = namespace.get().plural();
        return List.of(Diagnostic
                .error("MC0751", "project " + project + " has no " + what + " of its own",
                        new Label(desired.declaration().span(), "declared in it"))
                .why("the server keeps the " + what + " of this project in the default project, and would create "
                        + desired.id().kind() + " " + desired.id().name() + " there")
                .fix("declare it outside of project " + project + ", or "
                        + (now.program().find(KindName.PROJECT, project).isPresent()
                                && namespace.get() != ProjectNamespace.PROFILES
                                        ? "write networks = own in it"
                                        : "give the project " + what + " of its own: lxc project set " + project + " "
                                                + namespace.get().key(now) + "=true")));
    }
}
