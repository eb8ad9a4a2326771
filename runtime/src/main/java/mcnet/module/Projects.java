package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import mcnet.observe.Asked;
import mcnet.plan.Mark;

/**
 * The projects that a program has to do with. Without one, LXD means its own, {@code default}, which is an empty name
 * here.
 */
public final class Projects {
    public static final Asked LIST = Asked.cluster("/1.0/projects?recursion=1");

    private static final String SERVERS_OWN = "default";

    private Projects() {}

    /** The server's own, the program's, and those that the program made and says no more. */
    public static List<String> of(Situation now) {
        Set<String> names = new LinkedHashSet<>(List.of(""));
        now.program().ofKind("project")
                .filter(p -> !p.setting("networks").filter(s -> s.value().text().equals("shared"))
                        .isPresent())
                .forEach(p -> names.add(p.name()));
        now.program().existing("project").forEach(p -> names.add(p.name()));
        for (JsonNode project : now.seen().of(LIST).value()) {
            if (project.path("name").asText().equals(SERVERS_OWN)) continue;
            boolean ours = now.whole()
                    || Mark.of(LxdConfig.of(project)).filter(m -> m.program().equals(now.program().name()))
                            .isPresent();
            if (ours && project.path("config").path("features.networks").asText().equals("true"))
                names.add(project.path("name").asText());
        }
        return List.copyOf(names);
    }

    /** A path with its project named, where it is not the server's own. */
    public static String in(String project, String path) {
        if (project.isEmpty()) return path;
        return path + (path.contains("?") ? "&" : "?") + "project=" + Paths.encode(project);
    }
}
