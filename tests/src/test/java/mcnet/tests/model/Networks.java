package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/networks.go} of a cluster: networks of both types, and what each member has of them. */
record Networks(Behaviour behaviour, List<String> members) implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return ObjectKey.network(ProjectObjects.networks(state, path.project()), path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode network = state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
        if (!target.isEmpty()) {
            ObjectNode own = state.find(key.on(Kind.MEMBER_OF_NETWORK, target)).orElse(Nodes.object());
            own.properties().stream().filter(e -> !e.getKey().equals("status"))
                    .forEach(e -> network.withObject("/config").set(e.getKey(), e.getValue()));
            network.put("status", own.path("status").asText("Pending"));
        }
        network.put("managed", true);
        network.set("used_by", Nodes.texts(new Users(state).ofNetwork(key)));
        network.set("locations", Nodes.texts(state.in(Kind.MEMBER_OF_NETWORK, key.project(), key.name())
                .map(e -> e.getKey().name()).toList()));
        return network;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        ObjectKey network = ObjectKey.network(key.project(), body.path("name").asText());
        String type = body.path("type").asText("ovn");
        limit(state, network);
        if (!path.target().isEmpty()) return defined(state, network, path.target(), type, body);
        PhysicalNetworks.ofMembers(body.path("config")).findFirst().ifPresent(k -> {
            throw Refusal.failed("Config key \"" + k + "\" is cluster member specific");
        });
        return created(type.equals("ovn") ? everywhere(state, network) : state, network, type, body);
    }

    /** {@code networksPost}: {@code limits.networks} counts what is not there yet. */
    private static void limit(ServerState state, ObjectKey network) {
        String limit = state.ofProject(network.project(), "limits.networks");
        if (limit.isEmpty() || network.project().equals(ServerState.DEFAULT) || state.has(network)) return;
        if (state.in(Kind.NETWORK, network.project(), "").count() >= Long.parseLong(limit))
            throw Refusal.bad("Networks limit has been reached for project");
    }

    /** One member's part, before the network is made ({@code lxd/db/networks.go CreatePendingNetwork}). */
    private static ServerState defined(ServerState state, ObjectKey network, String member, String type,
            ObjectNode body) {
        if (type.equals("ovn"))
            throw Refusal.bad("Network type \"ovn\" does not support member specific config");
        ObjectKey own = network.on(Kind.MEMBER_OF_NETWORK, member);
        if (state.find(network).filter(n -> !n.path("status").asText().equals("Pending")).isPresent())
            throw Refusal.failed("Network is not in pending state");
        if (state.has(own)) throw Refusal.bad("The network is already defined on member \"" + member + "\"");
        ObjectNode pending = Nodes.object("name", network.name(), "type", type, "description", "", "status",
                "Pending");
        pending.putObject("config");
        ServerState with = state.has(network) ? state : state.with(network, pending);
        return with.with(own, Nodes.merged(Nodes.object("status", "Pending"), body.path("config")));
    }

    /** OVN networks have nothing of a member's own, so that each gets its part at once. */
    private ServerState everywhere(ServerState state, ObjectKey network) {
        ServerState with = state;
        if (state.find(network).filter(n -> !n.path("status").asText().equals("Pending")).isPresent())
            throw Refusal.failed("Failed creating pending network for member \"" + members.getFirst()
                    + "\": Network is not in pending state");
        for (String member : members)
            with = with.with(network.on(Kind.MEMBER_OF_NETWORK, member), Nodes.object("status", "Pending"));
        ObjectNode pending = Nodes.object("name", network.name(), "type", "ovn", "description", "", "status",
                "Pending");
        pending.putObject("config");
        return with.with(network, pending);
    }

    /** {@code networksPostCluster}: it counts as failed until it has worked everywhere. */
    private ServerState created(ServerState state, ObjectKey key, String type, ObjectNode body) {
        ObjectNode pending = state.find(key).orElseThrow(
                () -> Refusal.failed("Network not pending on any node (use --target <node> first)"));
        if (Users.isCreated(pending)) throw Refusal.failed("The network is already created");
        if (!pending.path("config").isEmpty() && !body.path("config").isEmpty())
            throw Refusal.failed("Network already partially created. Please do not specify any global config when "
                    + "re-running create");
        String lacking = members.stream().filter(m -> !state.has(key.on(Kind.MEMBER_OF_NETWORK, m)))
                .collect(Collectors.joining(", "));
        if (!lacking.isEmpty()) throw Refusal.failed("Network not defined on nodes: " + lacking);
        ObjectNode network = pending.deepCopy();
        if (behaviour.keepsDescriptions()) network.put("description", body.path("description").asText());
        ServerState failed = half(state, key, body);
        try {
            network.set("config", type.equals("ovn")
                    ? new OvnNetworks(behaviour).created(state, key, body.path("config"))
                    : new PhysicalNetworks(behaviour).created(state, key, body.path("config")));
        } catch (Refusal e) {
            throw e.leaving(failed);
        }
        ServerState done = state.with(key, network.put("status", "Created"));
        for (String member : members) {
            ObjectKey own = key.on(Kind.MEMBER_OF_NETWORK, member);
            done = done.with(own, state.find(own).orElseThrow().deepCopy().put("status", "Created"));
        }
        return done;
    }

    /** What is left where the creation ends before it is done, by a refusal or by a caller's end. */
    ServerState half(ServerState state, ObjectKey key, ObjectNode body) {
        ServerState with = body.path("type").asText().equals("ovn") ? everywhere(state, key) : state;
        if (!with.has(key)) return state;
        ObjectNode network = with.find(key).orElseThrow().deepCopy().put("status", "Errored");
        network.set("config", Nodes.config(body.path("config")));
        if (behaviour.keepsDescriptions()) network.put("description", body.path("description").asText());
        return with.with(key, network);
    }

    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode before = state.find(key).orElseThrow();
        if (path.target().isEmpty() && !Users.isCreated(before))
            throw Refusal.bad("Cannot update network global config when not in created state");
        JsonNode asked = body.path("config");
        if (!path.target().isEmpty()) return ofMember(state, key, path.target(), before, body);
        PhysicalNetworks.ofMembers(asked).findFirst().ifPresent(k -> {
            throw Refusal.bad("Config key \"" + k + "\" is cluster member specific");
        });
        ObjectNode config = patch ? Nodes.merged(before.path("config"), asked) : asked.deepCopy();
        ObjectNode network = before.deepCopy().put("description", body.path("description").asText());
        network.set("config", updated(state, key, before, config));
        return state.with(key, network);
    }

    private ObjectNode updated(ServerState state, ObjectKey key, ObjectNode before, ObjectNode config) {
        try {
            return before.path("type").asText().equals("ovn")
                    ? new OvnNetworks(behaviour).updated(state, key, before, config)
                    : new PhysicalNetworks(behaviour).updated(state, key, before, config);
        } catch (Refusal e) {
            // What Validate says is told as a bad request (doNetworkUpdate).
            throw e.getMessage().startsWith("Cannot") || e.getMessage().startsWith("Parent")
                    || e.getMessage().startsWith("Uplink address") ? e : Refusal.bad(e.getMessage());
        }
    }

    private ServerState ofMember(ServerState state, ObjectKey key, String member, ObjectNode before,
            ObjectNode body) {
        ServerState after = state;
        for (var entry : body.path("config").properties()) {
            String held = ServerState.config(before, entry.getKey());
            if (entry.getKey().equals("parent"))
                after = new PhysicalNetworks(behaviour).moved(after, key, member, entry.getValue().asText());
            else if (PhysicalNetworks.OF_MEMBERS.contains(entry.getKey()))
                after = after.with(key.on(Kind.MEMBER_OF_NETWORK, member),
                        Nodes.config(Nodes.merged(after.find(key.on(Kind.MEMBER_OF_NETWORK, member)).orElseThrow(),
                                Nodes.object(entry.getKey(), entry.getValue().asText()))));
            else if (!held.equals(entry.getValue().asText()))
                throw Refusal.bad("Config key \"" + entry.getKey() + "\" may not be used as member-specific key");
        }
        return after.with(key, after.find(key).orElseThrow().deepCopy().put("description",
                body.path("description").asText()));
    }

    /** Forwards and peers go with it; a peer on the other side forgets it ({@code lxd/db/cluster/schema.go}). */
    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        if (!new Users(state).ofNetwork(key).isEmpty()) throw Refusal.bad("The network is currently in use");
        return state.without(k -> k.equals(key)
                || k.project().equals(key.project()) && k.parent().equals(key.name()) && k.kind() != Kind.RECORD);
    }

    @Override
    public List<String> tagged() {
        return List.of("name", "type", "description", "config");
    }

    @Override
    public String noun() {
        return "Network";
    }

    @Override
    public String missing(String method, ObjectKey key) {
        return "Failed loading network: Network not found";
    }
}
