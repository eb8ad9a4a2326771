package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import mcnet.model.Ip;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/network_forwards.go}, {@code lxd/network/driver_ovn.go ForwardCreate}; no ETag is looked at. */
record Forwards(Behaviour behaviour) implements Collection {

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return on(state, path, Kind.FORWARD);
    }

    /** Something on a network that is there. */
    static ObjectKey on(ServerState state, RequestPath path, Kind kind) {
        ObjectKey network = ObjectKey.network(ProjectObjects.networks(state, path.project()), path.parent());
        if (!state.has(network)) throw Refusal.of(404, "Failed loading network: Network not found");
        return network.on(kind, path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        return state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        ObjectKey on = ObjectKey.network(key.project(), key.parent());
        JsonNode network = state.find(on).orElseThrow();
        IPAddress address = Ip.read(body.path("listen_address").asText());
        if (address == null) throw Refusal.failed("Failed creating forward: Failed parsing listen address");
        IPAddress listen = address.isZero() ? chosen(state, on, network, address) : address;
        ObjectKey forward = on.on(Kind.FORWARD, listen.toCanonicalString());
        if (state.has(forward))
            throw Refusal.of(409, "Failed creating forward: A forward for that listen address already exists");
        try {
            ObjectNode whole = whole(network, forward, body);
            boolean inside = behaviour.listensInside() && OvnNetworks.isInside(network, forward.name());
            free(state, on, network, listen, inside);
            return state.with(forward, whole);
        } catch (Refusal e) {
            throw Refusal.of(e.status(), "Failed creating forward: " + e.getMessage());
        }
    }

    /** The first of the uplink's routes that nobody has ({@code lxd/network/driver_ovn.go ForwardCreate} of 6.9). */
    private static IPAddress chosen(ServerState state, ObjectKey on, JsonNode network, IPAddress zero) {
        JsonNode uplink = uplink(state, network);
        ExternalSubnets subnets = new ExternalSubnets(state, uplink.path("name").asText());
        for (String route : Nodes.split(ServerState.config(uplink, zero.isIPv4() ? "ipv4.routes" : "ipv6.routes"))) {
            var addresses = Ip.read(route).toPrefixBlock().iterator();
            for (int i = 0; addresses.hasNext() && i < 1000; i++) {
                IPAddress each = addresses.next().withoutPrefixLength();
                if (subnets.inUse().stream().noneMatch(u -> ExternalSubnets.overlap(u.subnet(), each))) return each;
            }
        }
        throw Refusal.failed("Failed creating forward: Failed to allocate an address on " + on.name());
    }

    private static JsonNode uplink(ServerState state, JsonNode network) {
        return state.find(ObjectKey.network(ServerState.DEFAULT, ServerState.config(network, "network")))
                .orElseThrow();
    }

    private static void free(ServerState state, ObjectKey on, JsonNode network, IPAddress listen, boolean inside) {
        JsonNode uplink = uplink(state, network);
        ExternalSubnets subnets = new ExternalSubnets(state, uplink.path("name").asText());
        if (inside) {
            String family = listen.isIPv4() ? "ipv4" : "ipv6";
            if (Ip.read(ServerState.config(network, family + ".address")).withoutPrefixLength().equals(listen))
                throw Refusal.failed("Listen address \"" + listen.toCanonicalString() + "\" is already in use by \""
                        + family + ".address\" of network \"" + on.name() + "\"");
            return;
        }
        subnets.allow(on.project(), uplink, listen);
        for (ExternalSubnets.Usage usage : subnets.inUse()) {
            boolean own = usage.network().equals(on) && Set.of("network", "nat").contains(usage.what());
            if (!own && ExternalSubnets.overlap(usage.subnet(), listen))
                throw Refusal.failed("Forward listen address \"" + ExternalSubnets.text(listen)
                        + "\" overlaps with another OVN network or NIC");
        }
    }

    /** {@code forwardValidate}, and what {@code Normalise} makes of it. */
    private static ObjectNode whole(JsonNode network, ObjectKey key, JsonNode body) {
        ObjectNode forward = Nodes.object("listen_address", key.name(), "description",
                body.path("description").asText().strip(), "location", "");
        ObjectNode config = Nodes.config(body.path("config"));
        String end = config.path("target_address").asText();
        if (!end.isEmpty()) config.put("target_address", Ip.read(end).toCanonicalString());
        if (!end.isEmpty() && !isTarget(network, key, end))
            throw Refusal.failed("Default target address is not within the network subnet");
        forward.set("config", config);
        List<ObjectNode> ports = new ArrayList<>();
        Set<String> taken = new HashSet<>();
        for (JsonNode asked : body.path("ports")) {
            ObjectNode port = Nodes.object();
            for (String field : List.of("description", "protocol", "listen_port", "target_port", "target_address"))
                port.put(field, asked.path(field).asText().strip().replace(", ", ","));
            String target = port.path("target_address").asText();
            int number = ports.size();
            if (!isTarget(network, key, target))
                throw Refusal.failed("Target address is not within the network subnet in port specification "
                        + number);
            if (Ip.read(target).equals(Ip.read(end)))
                throw Refusal.failed("Target address is same as default target address in port specification "
                        + number);
            port.put("target_address", Ip.read(target).toCanonicalString());
            for (String range : Nodes.split(port.path("listen_port").asText()))
                for (int p = first(range); p <= last(range); p++)
                    if (!taken.add(port.path("protocol").asText() + p))
                        throw Refusal.failed("Duplicate listen port " + p + " for protocol \""
                                + port.path("protocol").asText() + "\" in port specification " + number);
            ports.add(port);
        }
        forward.set("ports", Nodes.array(ports));
        return forward;
    }

    private static int first(String range) {
        return Integer.parseInt(range.split("-")[0].strip());
    }

    private static int last(String range) {
        String[] ends = range.split("-");
        return Integer.parseInt(ends[ends.length - 1].strip());
    }

    private static boolean isTarget(JsonNode network, ObjectKey key, String address) {
        return key.name().contains(":") == address.contains(":") && OvnNetworks.isInside(network, address);
    }

    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode before = state.find(key)
                .orElseThrow(() -> Refusal.of(404, "Failed updating forward: Network forward not found"));
        JsonNode network = state.find(ObjectKey.network(key.project(), key.parent())).orElseThrow();
        ObjectNode request = body.deepCopy();
        if (patch) request.set("config", Nodes.merged(before.path("config"), body.path("config")));
        if (patch && !body.has("ports")) request.set("ports", before.path("ports"));
        try {
            return state.with(key, whole(network, key, request));
        } catch (Refusal e) {
            throw Refusal.of(e.status(), "Failed updating forward: " + e.getMessage());
        }
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        return state.without(key::equals);
    }

    @Override
    public List<String> tagged() {
        return List.of();
    }

    @Override
    public String noun() {
        return "Network forward";
    }

    @Override
    public String missing(String method, ObjectKey key) {
        return "Failed " + (method.equals("DELETE") ? "deleting" : "updating") + " forward: Network forward not found";
    }
}
