package mcnet.lxd.project;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.Paths;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Mark;

/**
 * The projects that a program has to do with. Without one, LXD means its own, {@code default}, which is an empty name
 * here.
 */
public final class Projects {
    public static final Query LIST = Query.cluster("/1.0/projects?recursion=1");

    private static final String SERVERS_OWN = "default";

    private Projects() {}

    /** The server's own, and those with networks of their own among the program's, declared or not. */
    public static List<String> of(PlanningContext now) {
        return of(now, ProjectNamespace.NETWORKS);
    }

    /**
     * The server's own, and those that have a namespace for themselves among the program's: declared, or made and not
     * declared any more. As long as the cluster was not asked, a project has what the file says.
     */
    public static List<String> of(PlanningContext now, ProjectNamespace namespace) {
        Set<String> names = new LinkedHashSet<>(List.of(""));
        if (!known(now)) {
            declared(now).filter(namespace::mayBeWished).forEach(p -> names.add(p.name()));
            return List.copyOf(names);
        }
        Set<String> declared = new LinkedHashSet<>(declared(now).map(Declaration::name).toList());
        all(now).filter(p -> now.whole() || declared.contains(name(p)) || isOurs(p, now))
                .filter(p -> namespace.isOwn(p, now)).forEach(p -> names.add(name(p)));
        return List.copyOf(names);
    }

    /** All of the cluster that have a namespace for themselves, with the server's own. */
    public static List<String> everyones(PlanningContext now, ProjectNamespace namespace) {
        Set<String> names = new LinkedHashSet<>(of(now, namespace));
        all(now).filter(p -> namespace.isOwn(p, now)).forEach(p -> names.add(name(p)));
        return List.copyOf(names);
    }

    /** Whether a name is that of a project which the program knows. */
    public static boolean isNamed(String name, PlanningContext now) {
        return declared(now).anyMatch(p -> p.name().equals(name)) || of(now).contains(name);
    }

    /** Whether things of a project are to be its own once the file is applied. */
    public static boolean willOwn(String project, ProjectNamespace namespace, PlanningContext now) {
        if (project.isEmpty()) return true;
        Optional<JsonNode> there = seen(project, now);
        if (there.filter(p -> namespace.isOwn(p, now)).isPresent()) return true;
        if (namespace == ProjectNamespace.PROFILES) return there.isEmpty();
        return now.program().find(KindName.PROJECT, project).filter(p -> namespace.isWished(p, now)).isPresent()
                || !known(now);
    }

    /** The project whose networks and ACLs things of a project name: itself, or the server's own. */
    public static String networksOf(String project, PlanningContext now) {
        return willOwn(project, ProjectNamespace.NETWORKS, now) ? project : "";
    }

    /** A project as the cluster has it. */
    public static Optional<JsonNode> seen(String project, PlanningContext now) {
        return all(now).filter(p -> name(p).equals(project)).findFirst();
    }

    /** A path with its project named, where it is not the server's own. */
    public static String in(String project, String path) {
        if (project.isEmpty()) return path;
        return path + (path.contains("?") ? "&" : "?") + "project=" + Paths.encode(project);
    }

    private static boolean known(PlanningContext now) {
        return now.seen().of(LIST).ok();
    }

    private static Stream<Declaration> declared(PlanningContext now) {
        return Stream.concat(now.program().ofKind(KindName.PROJECT), now.program().existing(KindName.PROJECT));
    }

    private static Stream<JsonNode> all(PlanningContext now) {
        return now.seen().of(LIST).value().valueStream().filter(p -> !name(p).equals(SERVERS_OWN));
    }

    private static String name(JsonNode project) {
        return project.path("name").asText();
    }

    private static boolean isOurs(JsonNode project, PlanningContext now) {
        return Mark.of(LxdConfig.of(project)).filter(m -> m.program().equals(now.program().name())).isPresent();
    }
}
