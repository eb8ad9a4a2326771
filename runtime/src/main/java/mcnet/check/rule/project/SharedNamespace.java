package mcnet.check.rule.project;

import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.schema.Namespace;

/**
 * What stands in a project is the project's own. Where it shares a namespace with {@code default} the server would make
 * it there ({@code lxd/project/project.go NetworkProject, NetworkZoneProject}).
 */
public final class SharedNamespace implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().ofKind(KindName.PROJECT).forEach(project -> {
            shared(project, "networks").ifPresent(said -> project.nested().stream()
                    .filter(inner -> inner.kind().namespace() == Namespace.NETWORKS)
                    .forEach(inner -> report.accept(networks(project, inner, said))));
            shared(project, "zones").ifPresent(said -> project.nested(KindName.ZONE)
                    .forEach(zone -> report.accept(zones(project, zone, said))));
        });
    }

    private static Optional<Setting> shared(Declaration project, String attribute) {
        return project.setting(attribute).filter(said -> said.value().text().equals("shared"));
    }

    private static Diagnostic networks(Declaration project, Declaration inner, Setting said) {
        return Diagnostic
                .error("MC0384", inner.title() + " is in " + project.title() + ", which has no networks of its own",
                        new Label(inner.span(), ""), new Label(said.span(), "shares those of the cluster"))
                .why("the server creates networks and ACLs of such a project in the default project, visible to"
                        + " everybody")
                .fix("declare it outside of the project, or remove networks = shared");
    }

    private static Diagnostic zones(Declaration project, Declaration zone, Setting said) {
        return Diagnostic
                .error("MC0385", zone.title() + " is in " + project.title() + ", which has no zones of its own",
                        new Label(zone.span(), ""), new Label(said.span(), "shares those of the cluster"))
                .why("the server creates zones of such a project in the default project")
                .fix("declare it outside of the project, or write zones = own");
    }
}
