package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.function.Predicate;
import java.util.stream.Stream;
import mcnet.tests.model.ObjectKey.Kind;

/**
 * All that the cluster's database holds, at one moment. Nobody changes an object in it: a write makes another state.
 *
 * @param objects as their collections hold them, without what LXD works out when it is asked
 */
public record ServerState(SequencedMap<ObjectKey, ObjectNode> objects) {

    static final String DEFAULT = "default";

    /** A cluster that was set up a moment ago ({@code lxd/db/cluster/schema.go}). */
    static ServerState fresh() {
        ServerState empty = new ServerState(new LinkedHashMap<>());
        ObjectNode project = Nodes.object("name", DEFAULT, "description", "Default LXD project");
        for (String feature : List.of("images", "networks", "profiles", "storage.volumes"))
            project.withObject("/config").put("features." + feature, "true");
        ObjectNode profile = Nodes.object("name", DEFAULT, "description", "Default LXD profile");
        profile.putObject("config");
        profile.putObject("devices");
        return empty.with(ObjectKey.project(DEFAULT), project).with(ObjectKey.of(Kind.PROFILE, DEFAULT, DEFAULT),
                profile);
    }

    ServerState with(ObjectKey key, ObjectNode object) {
        SequencedMap<ObjectKey, ObjectNode> all = new LinkedHashMap<>(objects);
        all.put(key, object);
        return new ServerState(all);
    }

    ServerState without(Predicate<ObjectKey> which) {
        SequencedMap<ObjectKey, ObjectNode> all = new LinkedHashMap<>(objects);
        all.keySet().removeIf(which);
        return new ServerState(all);
    }

    Optional<ObjectNode> find(ObjectKey key) {
        return Optional.ofNullable(objects.get(key));
    }

    boolean has(ObjectKey key) {
        return objects.containsKey(key);
    }

    /** The entries of one collection. */
    Stream<Map.Entry<ObjectKey, ObjectNode>> in(Kind kind, String project, String parent) {
        return all(kind).filter(e -> e.getKey().project().equals(project) && e.getKey().parent().equals(parent));
    }

    /** All of a kind, in all projects. */
    Stream<Map.Entry<ObjectKey, ObjectNode>> all(Kind kind) {
        return objects.entrySet().stream().filter(e -> e.getKey().kind() == kind);
    }

    /** A key of a project's config. */
    String ofProject(String project, String key) {
        return find(ObjectKey.project(project)).map(p -> p.path("config").path(key).asText()).orElse("");
    }

    static String config(JsonNode object, String key) {
        return object.path("config").path(key).asText();
    }

    /** As text, each object on a line, in no order that hangs on who came first: for comparisons. */
    List<String> lines() {
        return objects.entrySet().stream().map(e -> e.getKey() + " " + Nodes.sorted(e.getValue())).sorted().toList();
    }
}
