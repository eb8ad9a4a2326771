package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.model.Ip;
import mcnet.tests.model.ObjectKey.Kind;

/** Networks of type {@code physical} ({@code lxd/network/driver_physical.go}): each member has a parent of its own. */
record PhysicalNetworks(Behaviour behaviour) {
    /** {@code lxd/db/networks.go NodeSpecificNetworkConfig} */
    static final Set<String> OF_MEMBERS = Set.of("parent", "acceleration.parent", "bgp.ipv4.nexthop",
            "bgp.ipv6.nexthop", "bridge.external_interfaces");
    private static final String OPTIONS = "parent|mtu|vlan|gvrp|maas\\.subnet\\.ipv[46]|ipv[46]\\.(gateway|ovn\\.ranges"
            + "|routes|routes\\.anycast)|dns\\.nameservers|ovn\\.ingress_mode|volatile\\.last_state\\.created"
            + "|bgp\\.peers\\.[^.]+\\.(address|asn|password|holdtime)|user\\..*";

    ObjectNode created(ServerState state, ObjectKey key, JsonNode asked) {
        ObjectNode config = Nodes.config(asked);
        validate(state, key, config);
        parents(state, key, config.path("vlan").asText());
        return config.put("volatile.last_state.created", config.has("vlan") ? "true" : "false");
    }

    ObjectNode updated(ServerState state, ObjectKey key, JsonNode before, ObjectNode asked) {
        ObjectNode config = Nodes.config(asked);
        validate(state, key, config);
        if (!config.path("vlan").asText().equals(ServerState.config(before, "vlan"))) {
            unused(state, key);
            parents(state, key, config.path("vlan").asText());
            config.put("volatile.last_state.created", config.has("vlan") ? "true" : "false");
        }
        return config;
    }

    /** A member gets another parent. */
    ServerState moved(ServerState state, ObjectKey key, String member, String parent) {
        ObjectKey own = key.on(Kind.MEMBER_OF_NETWORK, member);
        ObjectNode held = state.find(own).orElseThrow();
        if (held.path("parent").asText().equals(parent)) return state;
        unused(state, key);
        ServerState after = state.with(own, held.deepCopy().put("parent", parent));
        parents(after, key, ServerState.config(state.find(key).orElseThrow(), "vlan"));
        return after;
    }

    private static void unused(ServerState state, ObjectKey key) {
        if (!new Users(state).ofNetwork(key).isEmpty())
            throw Refusal.failed("Cannot update network parent interface when in use");
    }

    /** {@code checkParentUse} */
    private static void parents(ServerState state, ObjectKey key, String vlan) {
        state.in(Kind.MEMBER_OF_NETWORK, key.project(), key.name()).forEach(own -> {
            String parent = own.getValue().path("parent").asText();
            state.all(Kind.MEMBER_OF_NETWORK)
                    .filter(e -> !e.getKey().parent().equals(key.name())
                            && e.getKey().name().equals(own.getKey().name())
                            && e.getValue().path("parent").asText().equals(parent))
                    .map(e -> state.find(ObjectKey.network(key.project(), e.getKey().parent())).orElseThrow())
                    .filter(Users::isCreated)
                    .filter(n -> vlan.isEmpty() || ServerState.config(n, "vlan").isEmpty()
                            || vlan.equals(ServerState.config(n, "vlan")))
                    .findFirst().ifPresent(_ -> {
                        throw Refusal.failed("Parent interface \"" + parent + "\" in use by another network");
                    });
        });
    }

    private void validate(ServerState state, ObjectKey key, ObjectNode config) {
        config.properties().stream().map(Map.Entry::getKey).filter(k -> !k.matches(OPTIONS)).findFirst()
                .ifPresent(k -> {
                    throw Refusal.failed("Invalid option for network \"" + key.name() + "\" option \"" + k + "\"");
                });
        if (behaviour.holdsListenersAgainstRoutes()) listeners(state, key, config);
    }

    /** {@code lxd/network/driver_common.go validateRoutes} */
    private static void listeners(ServerState state, ObjectKey key, ObjectNode config) {
        ObjectNode uplink = Nodes.object();
        uplink.set("config", config);
        state.all(Kind.NETWORK).filter(e -> ServerState.config(e.getValue(), "network").equals(key.name()))
                .forEach(network -> state.in(Kind.FORWARD, network.getKey().project(), network.getKey().name())
                        .map(f -> f.getKey().name())
                        .filter(a -> !OvnNetworks.isInside(network.getValue(), a)
                                && !ExternalSubnets.isRouted(uplink, a))
                        .findFirst().ifPresent(a -> {
                            throw Refusal.bad("\"" + family(a) + ".routes\" is missing network for listener \"" + a
                                    + "\" of network \"" + network.getKey().name() + "\" in project \""
                                    + network.getKey().project() + "\"");
                        }));
    }

    private static String family(String address) {
        IPAddress read = Ip.read(address);
        return read.isIPv4() ? "ipv4" : "ipv6";
    }

    /** The keys of a config that each member has for itself. */
    static Stream<String> ofMembers(JsonNode config) {
        return config.properties().stream().map(Map.Entry::getKey).filter(OF_MEMBERS::contains);
    }
}
