package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/profiles.go} */
record Profiles() implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        if (!state.has(ObjectKey.project(path.project())))
            throw Refusal.of(404, "Failed loading project \"" + path.project() + "\": Project not found");
        return ObjectKey.of(Kind.PROFILE, new Users(state).profileProject(path.project()), path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode profile = state.find(key).orElseThrow(() -> Refusal.of(404, missing("GET", key))).deepCopy();
        profile.set("used_by", Nodes.texts(new Users(state).ofProfile(key)));
        return profile;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        ObjectKey profile = ObjectKey.of(Kind.PROFILE, key.project(), body.path("name").asText());
        if (state.has(profile))
            throw Refusal
                    .failed("Error inserting \"" + profile.name() + "\" into database: The profile already exists");
        return state.with(profile, whole(state, profile, body));
    }

    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode request = body.deepCopy();
        if (patch) {
            JsonNode before = state.find(key).orElseThrow();
            request.set("config", Nodes.merged(before.path("config"), body.path("config")));
            request.set("devices", Nodes.merged(before.path("devices"), body.path("devices")));
            if (!body.has("description")) request.set("description", before.path("description"));
        }
        return state.with(key, whole(state, key, request));
    }

    private static ObjectNode whole(ServerState state, ObjectKey key, JsonNode body) {
        ObjectNode profile = Nodes.object("name", key.name(), "description", body.path("description").asText());
        profile.set("config", Nodes.config(body.path("config")));
        profile.set("devices", Instances.devices(state, key.project(), body.path("devices"), false));
        return profile;
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        if (key.name().equals(ServerState.DEFAULT))
            throw Refusal.of(403, "The \"default\" profile cannot be deleted");
        if (!new Users(state).ofProfile(key).isEmpty()) throw Refusal.failed("Profile is currently in use");
        return state.without(key::equals);
    }

    @Override
    public List<String> tagged() {
        return List.of("description", "config", "devices");
    }

    @Override
    public String noun() {
        return "Profile";
    }

    @Override
    public String missing(String method, ObjectKey key) {
        return switch (method) {
            case "GET" -> "Fetch profile: Profile not found";
            case "DELETE" -> "Profile not found";
            default -> "Failed to retrieve profile \"" + key.name() + "\": Profile not found";
        };
    }
}
