package mcnet.module;

import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.plan.Change;

/** Who uses an object that is to change or go. */
public final class Users {
    private Users() {}

    /** {@code /1.0/instances/c1?project=default} as a person says it: {@code instance c1}. */
    public static String name(String url) {
        String path = url.replaceFirst("\\?.*", "");
        String[] parts = path.split("/");
        if (parts.length < 4) return url;
        String kind = parts[2].endsWith("s") ? parts[2].substring(0, parts[2].length() - 1) : parts[2];
        String project = url.contains("project=") ? url.replaceFirst(".*project=([^&]*).*", "$1") : "default";
        return kind + " " + parts[3] + (project.equals("default") ? "" : " of project " + project);
    }

    /** Refuses a change of something in use, naming the users. */
    public static List<Diagnostic> refuse(Change change, String what) {
        List<String> users = change.found().map(f -> f.usedBy()).orElse(List.of());
        if (users.isEmpty()) return List.of();
        String named = users.stream().map(Users::name).collect(Collectors.joining(", "));
        Label[] labels = change.span() == null
                ? new Label[0]
                : new Label[]{new Label(change.span(), "used by " + named)};
        return List.of(Diagnostic.error("MC0706", change.id() + " is in use, " + what, labels)
                .why("used by " + named + "; LXD refuses it, and what they carry would be cut off")
                .fix("move or remove its users first"));
    }
}
