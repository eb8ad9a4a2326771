package mcnet.tests.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/network_zones_records.go} */
record Records(Behaviour behaviour) implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        ObjectKey zone = ObjectKey.of(Kind.ZONE, ProjectObjects.zones(state, path.project(), behaviour),
                path.parent());
        if (!state.has(zone)) throw Refusal.notFound("Network zone");
        return zone.on(Kind.RECORD, path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        return state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        String name = body.path("name").asText();
        ObjectKey record = new ObjectKey(Kind.RECORD, key.project(), key.parent(), name);
        if (state.has(record)) throw Refusal.bad("The network zone record already exists");
        return put(state, record, path, body, false);
    }

    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode record = Nodes.object("name", key.name(), "description", body.path("description").asText());
        record.set("config", Nodes.config(body.path("config")));
        record.set("entries", body.path("entries").deepCopy());
        return state.with(key, record);
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        return state.without(key::equals);
    }

    @Override
    public List<String> tagged() {
        return List.of("name", "description", "config", "entries");
    }

    @Override
    public String noun() {
        return "Network zone record";
    }
}
