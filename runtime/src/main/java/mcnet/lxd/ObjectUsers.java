package mcnet.lxd;

import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.project.Projects;
import mcnet.lxd.zone.ReverseZones;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.schema.IndexFile;

/** Who uses an object that is to change or go. */
public final class ObjectUsers {
    private ObjectUsers() {}

    /** {@code /1.0/instances/c1?project=default} as a person says it: {@code instance c1}. */
    public static String name(String url) {
        String path = url.replaceFirst("\\?.*", "");
        String[] parts = path.split("/");
        if (parts.length < 4) return url;
        String plural = parts[2].replaceFirst("^network-", "");
        String kind = plural.endsWith("s") ? plural.substring(0, plural.length() - 1) : plural;
        return kind + " " + parts[3] + (project(url).equals("default") ? "" : " of project " + project(url));
    }

    /** An object in the server's words. */
    public static String url(ResourceId id) {
        String collection = IndexFile.shipped().kind(id.kind()).map(k -> k.server().collection()).orElse("networks");
        return Projects.in(id.project(), "/1.0/" + collection + "/" + Paths.encode(ReverseZones.server(id.name())));
    }

    /** Whether a URL names this object. */
    public static boolean is(String url, ResourceId id) {
        String project = id.project().isEmpty() ? "default" : id.project();
        return url.replaceFirst("\\?.*", "").equals(url(id).replaceFirst("\\?.*", "")) && project(url).equals(project);
    }

    private static String project(String url) {
        return url.contains("project=") ? url.replaceFirst(".*project=([^&]*).*", "$1") : "default";
    }

    /** Refuses a change of something in use, naming the users. */
    public static List<Diagnostic> refuse(Change change, String what) {
        List<String> users = change.found().map(f -> f.usedBy()).orElse(List.of());
        if (users.isEmpty()) return List.of();
        String named = users.stream().map(ObjectUsers::name).collect(Collectors.joining(", "));
        Label[] labels = change.span() == null
                ? new Label[0]
                : new Label[]{new Label(change.span(), "used by " + named)};
        return List.of(Diagnostic.error("MC0706", change.id() + " is in use: " + what, labels)
                .why("it is used by " + named + "; LXD refuses the change, and their connections would break")
                .fix("move or remove its users first"));
    }
}
