package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/network_zones.go}, {@code lxd/network/zone/zone.go}; their names are one namespace over all projects. */
record Zones(Behaviour behaviour) implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return ObjectKey.of(Kind.ZONE, ProjectObjects.zones(state, path.project(), behaviour), path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode zone = state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
        zone.set("used_by", Nodes.texts(new Users(state).ofZone(key)));
        return zone;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        String name = body.path("name").asText();
        if (state.all(Kind.ZONE).anyMatch(e -> e.getKey().name().equals(name)))
            throw Refusal.bad("The network zone already exists");
        ObjectKey zone = ObjectKey.of(Kind.ZONE, key.project(), name);
        return state.with(zone, whole(zone, body));
    }

    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode request = body.deepCopy();
        if (patch)
            request.set("config", Nodes.merged(state.find(key).orElseThrow().path("config"), body.path("config")));
        return state.with(key, whole(key, request));
    }

    private static ObjectNode whole(ObjectKey key, JsonNode body) {
        body.path("config").properties().stream().map(Map.Entry::getKey)
                .filter(k -> !k.matches("user\\..*|dns\\.nameservers|network\\.nat|peers\\.[^.]+\\.(address|key)"))
                .findFirst().ifPresent(k -> {
                    throw Refusal.failed("Invalid config option \"" + k + "\"");
                });
        ObjectNode zone = Nodes.object("name", key.name(), "description", body.path("description").asText());
        zone.set("config", Nodes.config(body.path("config")));
        return zone;
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        if (!new Users(state).ofZone(key).isEmpty()) throw Refusal.failed("Cannot delete a zone that is in use");
        return state.without(k -> k.equals(key)
                || k.kind() == Kind.RECORD && k.project().equals(key.project()) && k.parent().equals(key.name()));
    }

    @Override
    public List<String> tagged() {
        return List.of("name", "description", "config");
    }

    @Override
    public String noun() {
        return "Network zone";
    }
}
