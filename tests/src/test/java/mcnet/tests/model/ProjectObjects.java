package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/api_project.go}, {@code lxd/project/project.go} */
record ProjectObjects(Behaviour behaviour) implements Collection {
    private static final List<String> DEFAULTS = List.of("images", "profiles", "storage.volumes");
    private static final Set<String> CHANGEABLE = Set.of("features.networks.zones");

    /** Whose networks and ACLs a request of this project is about. */
    static String networks(ServerState state, String project) {
        if (!state.has(ObjectKey.project(project)))
            throw Refusal.of(404, "Failed to load project \"" + project + "\": Project not found");
        return new Users(state).networkProject(project);
    }

    /** Whose zones. */
    static String zones(ServerState state, String project, Behaviour behaviour) {
        String networks = networks(state, project);
        if (!behaviour.zonesApart()) return networks;
        return Nodes.isTrue(state.ofProject(project, "features.networks.zones")) ? project : ServerState.DEFAULT;
    }

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return ObjectKey.project(path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode project = state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
        project.set("used_by", Nodes.texts(new Users(state).ofProject(key.name())));
        return project;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        String name = body.path("name").asText();
        if (state.has(ObjectKey.project(name)))
            throw Refusal.of(409, "Failed creating project \"" + name + "\": Failed adding database record: "
                    + "This \"projects\" entry already exists");
        ObjectNode config = Nodes.object();
        DEFAULTS.forEach(feature -> config.put("features." + feature, "true"));
        body.path("config").properties().forEach(e -> config.set(e.getKey(), e.getValue()));
        uplinks(state, config);
        ObjectNode project = Nodes.object("name", name, "description", body.path("description").asText());
        project.set("config", Nodes.config(config));
        ServerState with = state.with(ObjectKey.project(name), project);
        if (!Nodes.isTrue(config.path("features.profiles").asText())) return with;
        return withDefaultProfile(with, name);
    }

    private static ServerState withDefaultProfile(ServerState state, String project) {
        ObjectNode profile = Nodes.object("name", ServerState.DEFAULT, "description",
                "Default LXD profile for project " + project);
        profile.putObject("config");
        profile.putObject("devices");
        return state.with(ObjectKey.of(Kind.PROFILE, project, ServerState.DEFAULT), profile);
    }

    /** {@code projectValidateRestrictedSubnets}: what is granted of an uplink stands in its routes. */
    private static void uplinks(ServerState state, JsonNode config) {
        for (String grant : Nodes.split(config.path("restricted.networks.subnets").asText())) {
            String uplink = grant.substring(0, grant.indexOf(':'));
            String subnet = grant.substring(grant.indexOf(':') + 1);
            JsonNode network = state.find(ObjectKey.network(ServerState.DEFAULT, uplink)).orElseThrow(
                    () -> Refusal.bad("Invalid project configuration key \"restricted.networks.subnets\" value: "
                            + "Invalid uplink network \"" + uplink + "\": Network not found"));
            if (!ExternalSubnets.isRouted(network, subnet))
                throw Refusal.bad("Invalid project configuration key \"restricted.networks.subnets\" value: "
                        + "Uplink network \"" + uplink + "\" doesn't contain \"" + subnet + "\" in its routes");
        }
    }

    /** {@code projectChange} */
    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        JsonNode before = state.find(key).orElseThrow();
        ObjectNode config = patch && body.has("config")
                ? Nodes.merged(before.path("config"), body.path("config"))
                : body.has("config") ? body.path("config").deepCopy() : before.path("config").deepCopy();
        Set<String> changed = new TreeSet<>();
        before.path("config").fieldNames().forEachRemaining(changed::add);
        config.fieldNames().forEachRemaining(changed::add);
        changed.removeIf(k -> before.path("config").path(k).asText().equals(config.path(k).asText()));
        boolean used = new Users(state).ofProject(key.name()).stream().anyMatch(u -> !u.contains("/profiles/default"));
        for (String feature : changed) {
            if (!feature.startsWith("features.")) continue;
            if (key.name().equals(ServerState.DEFAULT))
                throw Refusal.bad("You can't change the features of the default project");
            boolean on = Nodes.isTrue(ServerState.config(before, feature));
            if (used && (on || !CHANGEABLE.contains(feature)))
                throw Refusal.bad("Project feature \"" + feature + "\" cannot be " + (on ? "dis" : "en")
                        + "abled on non-empty projects");
        }
        uplinks(state, config);
        if (behaviour.holdsRoutersAgainstRanges()) uplinksInUse(state, key.name(), config);
        ObjectNode project = Nodes.object("name", key.name(), "description",
                patch && !body.has("description")
                        ? before.path("description").asText()
                        : body.path("description").asText());
        project.set("config", Nodes.config(config));
        return state.with(key, project);
    }

    /** {@code lxd/project/limits/permissions.go}: an uplink in use cannot be taken back. */
    private static void uplinksInUse(ServerState state, String project, JsonNode config) {
        if (!Nodes.isTrue(config.path("restricted").asText())) return;
        List<String> granted = Nodes.split(config.path("restricted.networks.uplinks").asText());
        state.in(Kind.NETWORK, project, "").map(e -> ServerState.config(e.getValue(), "network"))
                .filter(uplink -> !granted.contains(uplink)).findFirst().ifPresent(uplink -> {
                    throw Refusal.failed("Check project uplink network usage: Restrictions cannot be enforced as "
                            + "project is already using \"" + uplink + "\" as uplink");
                });
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        if (key.name().equals(ServerState.DEFAULT))
            throw Refusal.of(403, "The 'default' project cannot be deleted");
        if (isHeld(new Users(state).ofProject(key.name())))
            throw Refusal.failed("Only empty projects can be removed");
        ServerState without = state.without(k -> k.equals(key) || k.project().equals(key.name()));
        for (var peer : without.all(Kind.PEER).toList())
            if (peer.getValue().path("target_project").asText().equals(key.name()))
                without = without.with(peer.getKey(), peer.getValue().deepCopy().put("status", "Errored")
                        .put("target_project", "").put("target_network", ""));
        return without;
    }

    /**
     * LXD 5.0 looks no further where it finds the default profile alone, so that networks and ACLs go with their project
     * ({@code lxd/api_project.go projectIsEmpty}).
     */
    private boolean isHeld(List<String> users) {
        boolean profiles = users.stream().anyMatch(u -> u.startsWith("/1.0/profiles/"));
        return users.stream().filter(u -> !u.startsWith("/1.0/profiles/default?"))
                .anyMatch(u -> behaviour.inBackground() || !profiles || u.matches("/1.0/(profiles|instances)/.*"));
    }

    @Override
    public List<String> tagged() {
        return List.of("description", "config");
    }

    @Override
    public String noun() {
        return "Project";
    }

    @Override
    public String missing(String method, ObjectKey key) {
        return method.equals("DELETE")
                ? "Fetch project \"" + key.name() + "\": Project not found"
                : "Project not found";
    }
}
