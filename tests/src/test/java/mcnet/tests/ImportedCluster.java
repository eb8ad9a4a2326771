package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcnet.cli.Console;
import mcnet.cli.Main;
import mcnet.report.terminal.Style;

/**
 * A recorded cluster, imported: what import says, and the laws that hold for every cluster. Commands run in this JVM.
 *
 * @param folder where the files are put
 * @param observed the recording
 */
record ImportedCluster(Path folder, Path observed) {
    static final ObjectMapper JSON = new ObjectMapper();

    /** What a command said. */
    record Result(int status, String out, String err) {
        @Override
        public String toString() {
            return "exit status " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    static Result run(String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        try (PrintStream o = new PrintStream(out, true, StandardCharsets.UTF_8);
                PrintStream e = new PrintStream(err, true, StandardCharsets.UTF_8)) {
            int status = new Main(new Console(o, e, Style.PLAIN, false)).run(arguments);
            return new Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
        }
    }

    Result imported(String program) {
        return run("import", "--program", program, "--observed", observed.toString());
    }

    /** Import's text takes its way through check and plan: no error there, adoptions only here. */
    Result adopted(String program) throws IOException {
        Result made = imported(program);
        assertEquals(0, made.status(), made::toString);
        assertFalse(made.err().contains("error["), made::toString);
        Path file = folder.resolve("imported.mcnet");
        Files.writeString(file, made.out());
        assertEquals(0, run("fmt", "--check", file.toString()).status(), made::toString);
        Result check = run("check", file.toString());
        assertEquals(0, check.status(), () -> check + made.out());
        Result plan = run("plan", "--format", "json", "--observed", observed.toString(), file.toString());
        assertEquals(0, plan.status(), () -> plan.err() + made.out());
        for (JsonNode change : JSON.readTree(plan.out()).path("changes")) {
            assertTrue(List.of("adopt", "change").contains(change.path("action").asText()), () -> change + made.out());
            for (JsonNode difference : change.path("differences"))
                assertTrue(Set.of("newly-declared", "already-unset").contains(difference.path("reason").asText()),
                        () -> change + made.out());
        }
        for (Result each : List.of(made, check)) visible(each);
        return made;
    }

    private static void visible(Result said) {
        assertTrue(said.err().chars().noneMatch(c -> c < 0x20 && c != '\n' || c == 0x7f || c >= 0x80 && c < 0xa0),
                said::toString);
    }

    /** Everything in the server's collections is named in the file; what is not declared, on standard error too. */
    void namesEverything(Result made) throws IOException {
        JsonNode objects = JSON.readTree(observed.toFile()).at("/cluster/objects");
        for (Map.Entry<String, JsonNode> entry : objects.properties()) {
            String path = entry.getKey().replaceFirst("\\?.*", "");
            JsonNode object = entry.getValue();
            if (!object.isObject() || path.startsWith("/1.0/cluster") || path.equals("/1.0/projects/default")) continue;
            if (path.startsWith("/1.0/networks/") && object.has("managed") && !object.path("managed").asBoolean())
                continue;
            String name = object.at("/config/user.mcnet.name")
                    .asText(object.path("name").asText(object.path("listen_address").asText()));
            if (path.startsWith("/1.0/instances/")) {
                for (String devices : List.of("devices", "expanded_devices"))
                    object.path(devices).properties().forEach(d -> named(d.getKey(), made));
            } else if (!name.isEmpty()) {
                named(name, made);
            }
        }
    }

    private static void named(String name, Result made) {
        String shown = name.lines().findFirst().orElse("");
        boolean declared = made.out().lines().filter(l -> !l.strip().startsWith("#")).anyMatch(l -> says(l, shown));
        boolean listed = made.out().lines().filter(l -> l.strip().startsWith("#")).anyMatch(l -> says(l, shown));
        assertTrue(declared || listed && made.err().lines().anyMatch(l -> says(l, shown)), () -> name + "\n" + made);
    }

    private static boolean says(String line, String name) {
        String lower = line.toLowerCase(java.util.Locale.ROOT).replace("\\\"", "\"");
        return lower.contains(name.toLowerCase(java.util.Locale.ROOT))
                || lower.contains(mcnet.lxd.zone.ReverseZones.written(name))
                || lower.contains(mcnet.lxd.traffic.LxdPort.address(name).toLowerCase(java.util.Locale.ROOT));
    }

    /**
     * The base cluster with what a state has beside it, as {@code mcnet observe} would keep it: objects that a state names
     * stand in their collections.
     *
     * @param state {@code objects} of the cluster, {@code members} with theirs
     */
    static ObjectNode merged(JsonNode base, JsonNode state) {
        ObjectNode all = base.deepCopy();
        ObjectNode objects = (ObjectNode) all.at("/cluster/objects");
        state.path("objects").properties().forEach(e -> objects.set(e.getKey(), e.getValue()));
        state.path("members").properties().forEach(member -> member.getValue().path("objects").properties()
                .forEach(
                        e -> all.withObject("/members/" + member.getKey() + "/objects").set(e.getKey(), e.getValue())));
        Map<String, TreeSet<String>> collections = new TreeMap<>();
        List<String> paths = new ArrayList<>();
        objects.fieldNames().forEachRemaining(paths::add);
        for (String path : paths) {
            String[] halves = path.split("\\?", 2);
            String query = halves.length > 1 ? "?" + halves[1] : "";
            if (!objects.get(path).isObject() || objects.get(path).has("failed")) continue;
            collections
                    .computeIfAbsent(halves[0].substring(0, halves[0].lastIndexOf('/')) + query, _ -> new TreeSet<>())
                    .add(path);
            if (path.startsWith("/1.0/networks/") && halves[0].split("/").length == 4)
                for (String part : List.of("forwards", "peers", "load-balancers", "load-balancer-pools"))
                    collections.computeIfAbsent(halves[0] + "/" + part + query, _ -> new TreeSet<>());
            if (path.startsWith("/1.0/network-zones/") && halves[0].split("/").length == 4)
                collections.computeIfAbsent(halves[0] + "/records" + query, _ -> new TreeSet<>());
            if (path.startsWith("/1.0/projects/") && !path.endsWith("/default"))
                for (String of : List.of("networks", "network-acls", "network-zones", "profiles", "instances"))
                    collections.computeIfAbsent("/1.0/" + of + "?project=" + path.substring(14), _ -> new TreeSet<>());
        }
        collections.forEach((path, elements) -> {
            if (objects.path(path).has("failed")) return;
            ArrayNode list = objects.putArray(path);
            elements.forEach(list::add);
        });
        return all;
    }
}
