package mcnet.tests.model;

import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/network_peer.go}, {@code lxd/db/network_peers.go}: two objects that find one another. */
record Peers() implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return Forwards.on(state, path, Kind.PEER);
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode peer = state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
        peer.set("used_by", Nodes.texts(new Users(state).ofPeer(key)));
        return peer;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        String name = body.path("name").asText();
        String project = body.path("target_project").asText(key.project());
        String network = body.path("target_network").asText();
        state.in(Kind.PEER, key.project(), key.parent()).map(Map.Entry::getValue).forEach(p -> {
            if (p.path("name").asText().equals(name))
                throw Refusal.of(409, "Failed creating peer: A peer for that name already exists");
            if (leadsTo(p, project, network))
                throw Refusal.of(409, "Failed creating peer: A peer for that target network already exists");
        });
        ObjectNode peer = Nodes.object("name", name, "description", body.path("description").asText(),
                "target_project", project, "target_network", network, "status", "Pending");
        peer.set("config", Nodes.config(body.path("config")));
        ObjectKey own = ObjectKey.network(key.project(), key.parent()).on(Kind.PEER, name);
        Optional<Map.Entry<ObjectKey, ObjectNode>> other = state.in(Kind.PEER, project, network)
                .filter(e -> e.getValue().path("status").asText().equals("Pending")
                        && leadsTo(e.getValue(), key.project(), key.parent()))
                .findFirst();
        if (other.isEmpty()) return state.with(own, peer);
        return state.with(own, peer.put("status", "Created")).with(other.get().getKey(),
                other.get().getValue().deepCopy().put("status", "Created"));
    }

    private static boolean leadsTo(ObjectNode peer, String project, String network) {
        return peer.path("target_network").asText().equals(network)
                && peer.path("target_project").asText().equals(project);
    }

    /** PATCH replaces as PUT does: {@code networkPeerPut} serves both. */
    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode peer = state.find(key)
                .orElseThrow(() -> Refusal.of(404, "Failed updating peer: Network peer not found")).deepCopy();
        peer.put("description", body.path("description").asText());
        peer.set("config", Nodes.config(body.path("config")));
        return state.with(key, peer);
    }

    /** The other half forgets whom it led to, and is {@code Errored} from then on. */
    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        if (!new Users(state).ofPeer(key).isEmpty())
            throw Refusal.failed("Failed deleting peer: Cannot delete a Peer that is in use");
        ObjectNode peer = state.find(key).orElseThrow();
        ServerState without = state.without(key::equals);
        if (!peer.path("status").asText().equals("Created")) return without;
        Optional<Map.Entry<ObjectKey, ObjectNode>> other = without
                .in(Kind.PEER, peer.path("target_project").asText(), peer.path("target_network").asText())
                .filter(e -> leadsTo(e.getValue(), key.project(), key.parent())).findFirst();
        if (other.isEmpty()) return without;
        return without.with(other.get().getKey(), other.get().getValue().deepCopy().put("status", "Errored")
                .put("target_project", "").put("target_network", ""));
    }

    @Override
    public List<String> tagged() {
        return List.of();
    }

    @Override
    public String noun() {
        return "Network peer";
    }

    @Override
    public String missing(String method, ObjectKey key) {
        return "Failed " + (method.equals("DELETE") ? "deleting" : "updating") + " peer: Network peer not found";
    }
}
