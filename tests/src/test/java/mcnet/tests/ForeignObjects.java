package mcnet.tests;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.TreeSet;
import mcnet.lab.engine.CommandExit;

/**
 * All that stands in LXD and that no program has made, in all projects: projects, networks with their forwards,
 * balancers, pools and peerings, ACLs, zones with their records, profiles, instances. Left out is what the server works
 * out by itself.
 *
 * @param objects by path, what may be written of each, as sorted text; empty where the server did not tell
 */
record ForeignObjects(SortedMap<String, String> objects) {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final Set<String> LEFT_OUT = Set.of("used_by", "status", "status_code", "last_used_at", "state",
            "snapshots", "backups", "expanded_config", "expanded_devices", "locations", "location");
    private static final String MARK = "user.mcnet.program";
    private static final List<String> LISTS = List.of("networks", "network-acls", "network-zones", "profiles",
            "instances");
    private static final List<String> INSIDE = List.of("forwards", "peers", "load-balancers", "load-balancer-pools");

    static ForeignObjects of(LabCluster lab) {
        SortedMap<String, String> objects = new TreeMap<>();
        List<String> projects = new ArrayList<>();
        for (JsonNode project : each(get(lab, List.of("/1.0/projects?recursion=1")), 0)) {
            projects.add(project.path("name").asText());
            add(objects, "/1.0/projects/" + projects.getLast(), project);
        }
        List<String> paths = projects.stream().flatMap(p -> LISTS.stream()
                .map(list -> "/1.0/" + list + "?recursion=1&project=" + p)).toList();
        List<JsonNode> answers = get(lab, paths);
        List<String> below = new ArrayList<>();
        for (int i = 0; i < paths.size(); i++)
            for (JsonNode object : each(answers, i)) {
                String path = paths.get(i).replaceFirst("[?].*=", "/" + object.path("name").asText() + "?project=");
                if (object.path("managed").asBoolean(true)) add(objects, path, object);
                if (object.path("type").asText().equals("ovn"))
                    INSIDE.forEach(list -> below.add(path.replace("?", "/" + list + "?recursion=1&")));
                if (path.contains("/network-zones/")) below.add(path.replace("?", "/records?recursion=1&"));
            }
        List<JsonNode> inside = get(lab, below);
        for (int i = 0; i < below.size(); i++)
            for (JsonNode object : each(inside, i))
                add(objects, below.get(i) + " " + object.path("listen_address").asText(object.path("name").asText()),
                        object);
        return new ForeignObjects(objects);
    }

    /** Nobody's objects of before that are not as they were; those that a program has taken over since are its own. */
    List<String> changed(ForeignObjects after) {
        List<String> changed = new ArrayList<>();
        if (after.objects.isEmpty()) return changed;
        objects.forEach((path, before) -> {
            String now = after.objects.getOrDefault(path, "gone");
            if (!before.contains(MARK) && !now.contains(MARK) && !now.equals(before)
                    && !wentWithItsProject(path, after))
                changed.add(path + "\n  was " + before + "\n  is  " + now);
        });
        return changed;
    }

    /** A project of a program takes along the profile {@code default} that the server made in it. */
    private boolean wentWithItsProject(String path, ForeignObjects after) {
        String project = "/1.0/projects/" + path.replaceFirst(".*project=", "");
        return path.startsWith("/1.0/profiles/default?") && objects.getOrDefault(project, "").contains(MARK)
                && !after.objects.containsKey(project);
    }

    private static void add(SortedMap<String, String> objects, String path, JsonNode object) {
        if (path.contains("/mcnet-lease-")) return;
        ObjectNode kept = ((ObjectNode) object.deepCopy()).remove(LEFT_OUT);
        objects.put(path, plain(kept));
    }

    private static String plain(JsonNode value) {
        if (value.isObject())
            return new TreeSet<>(value.properties().stream()
                    .filter(p -> !p.getKey().startsWith("volatile.") || p.getKey().startsWith("volatile.network."))
                    .map(p -> p.getKey() + "=" + plain(p.getValue())).toList()).toString();
        if (!value.isArray()) return value.asText();
        TreeSet<String> all = new TreeSet<>();
        value.forEach(each -> all.add(plain(each)));
        return all.toString();
    }

    private static Iterable<JsonNode> each(List<JsonNode> answers, int index) {
        return index < answers.size() ? answers.get(index).path("metadata") : List.of();
    }

    /** All in one command; nothing where LXD does not answer, as in stories of trouble. */
    private static List<JsonNode> get(LabCluster lab, List<String> paths) {
        if (paths.isEmpty()) return List.of();
        List<String> curl = new ArrayList<>(List.of("curl", "-sS", "-m", "20", "--unix-socket",
                "/var/lib/lxd/unix.socket"));
        paths.forEach(path -> curl.add("http://lxd" + path));
        CommandExit ran = lab.exec("micro1", curl.toArray(String[]::new));
        if (ran.exit() != 0) return List.of();
        try {
            return JSON.readerFor(JsonNode.class).<JsonNode>readValues(ran.stdout()).readAll();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
