package mcnet.planner;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.module.Namespace;
import mcnet.module.Projects;
import mcnet.module.Situation;
import mcnet.plan.Wanted;

/** What a file declares in a project that does not have such things for itself: the server would make it in its own. */
final class Tenants {
    private Tenants() {}

    static List<Diagnostic> misplaced(Wanted wanted, Situation now) {
        String project = wanted.id().project();
        Optional<Namespace> namespace = Namespace.of(wanted.id().kind());
        if (namespace.isEmpty() || Projects.willOwn(project, namespace.get(), now)) return List.of();
        String what = namespace.get().plural();
        return List.of(Diagnostic
                .error("MC0751", "project " + project + " has no " + what + " of its own",
                        new Label(wanted.declaration().span(), "declared in it"))
                .why("the server has one namespace for the " + what + " of this project and of its own, and would make "
                        + wanted.id().kind() + " " + wanted.id().name() + " there")
                .fix("declare it outside of project " + project + ", or "
                        + (now.program().find("project", project).isPresent()
                                && namespace.get() != Namespace.PROFILES
                                        ? "write networks = own in it"
                                        : "give the project " + what + " of its own: lxc project set " + project + " "
                                                + namespace.get().key(now) + "=true")));
    }
}
