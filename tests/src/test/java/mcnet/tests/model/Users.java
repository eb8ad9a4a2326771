package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcnet.tests.model.ObjectKey.Kind;

/** Who uses what: {@code used_by}, and what keeps an object from being removed. */
record Users(ServerState state) {
    private static final List<String> ZONES = List.of("dns.zone.forward", "dns.zone.reverse.ipv4",
            "dns.zone.reverse.ipv6");

    /** {@code lxd/network/network_utils.go UsedBy} */
    List<String> ofNetwork(ObjectKey network) {
        List<String> users = new ArrayList<>();
        state.in(Kind.PEER, network.project(), network.name()).map(Map.Entry::getValue)
                .filter(p -> p.path("status").asText().equals("Created"))
                .forEach(p -> users.add(ObjectKey
                        .network(p.path("target_project").asText(), p.path("target_network").asText()).url()));
        if (network.project().equals(ServerState.DEFAULT))
            state.all(Kind.NETWORK).filter(e -> !e.getKey().equals(network) && isCreated(e.getValue()))
                    .filter(e -> ServerState.config(e.getValue(), "network").equals(network.name()))
                    .forEach(e -> users.add(e.getKey().url()));
        nics(network.project(), "network", network.name()).forEach(users::add);
        return users;
    }

    /** {@code lxd/network/acl/acl_load.go UsedBy} */
    List<String> ofAcl(ObjectKey acl) {
        List<String> users = new ArrayList<>();
        state.in(Kind.NETWORK, acl.project(), "").filter(e -> isCreated(e.getValue()))
                .filter(e -> Nodes.split(ServerState.config(e.getValue(), "security.acls")).contains(acl.name()))
                .forEach(e -> users.add(e.getKey().url()));
        nics(acl.project(), "security.acls", acl.name()).forEach(users::add);
        state.in(Kind.ACL, acl.project(), "")
                .filter(e -> !e.getKey().equals(acl) && subjects(e.getValue()).anyMatch(acl.name()::equals))
                .forEach(e -> users.add(e.getKey().url()));
        return users;
    }

    /** {@code lxd/network/driver_common.go peerUsedBy} */
    List<String> ofPeer(ObjectKey peer) {
        String subject = "@" + peer.parent() + "/" + peer.name();
        return state.in(Kind.ACL, peer.project(), "")
                .filter(e -> Stream.of("ingress", "egress").flatMap(d -> e.getValue().path(d).valueStream())
                        .flatMap(r -> Nodes.split(r.path("source").asText()).stream()).anyMatch(subject::equals))
                .map(e -> e.getKey().url()).toList();
    }

    /** {@code lxd/network/zone/zone.go usedBy}: networks of the zone's own project only. */
    List<String> ofZone(ObjectKey zone) {
        return state.in(Kind.NETWORK, zone.project(), "").filter(e -> isCreated(e.getValue()))
                .filter(e -> ZONES.stream().flatMap(k -> Nodes.split(ServerState.config(e.getValue(), k)).stream())
                        .anyMatch(zone.name()::equals))
                .map(e -> "/1.0/networks/" + e.getKey().name()).toList();
    }

    /** {@code lxd/profiles_utils.go}: the instances that have it. */
    List<String> ofProfile(ObjectKey profile) {
        return state.all(Kind.INSTANCE).filter(e -> profileProject(e.getKey().project()).equals(profile.project()))
                .filter(e -> e.getValue().path("profiles").valueStream()
                        .anyMatch(p -> p.asText().equals(profile.name())))
                .map(e -> e.getKey().url()).toList();
    }

    /** {@code lxd/api_project.go projectUsedBy}: zones are not counted. */
    List<String> ofProject(String project) {
        return Stream.of(Kind.INSTANCE, Kind.PROFILE, Kind.NETWORK, Kind.ACL)
                .flatMap(kind -> state.in(kind, project, "")).map(e -> e.getKey().url()).toList();
    }

    /** Profiles and instances with a NIC whose key names this. */
    private Stream<String> nics(String networkProject, String key, String name) {
        return Stream.concat(
                state.all(Kind.PROFILE).filter(e -> hasNic(e.getValue().path("devices"), key, name)),
                state.all(Kind.INSTANCE).filter(e -> hasNic(expanded(e.getKey(), e.getValue()), key, name)))
                .filter(e -> networkProject(e.getKey().project()).equals(networkProject))
                .map(e -> e.getKey().url());
    }

    private static boolean hasNic(JsonNode devices, String key, String name) {
        return devices.valueStream().filter(d -> d.path("type").asText().equals("nic"))
                .anyMatch(d -> Nodes.split(d.path(key).asText()).contains(name));
    }

    /** {@code lxd/db/instances.go ExpandInstanceDevices} */
    ObjectNode expanded(ObjectKey key, JsonNode instance) {
        ObjectNode devices = Nodes.object();
        instance.path("profiles").forEach(
                p -> state.find(ObjectKey.of(Kind.PROFILE, profileProject(key.project()), p.asText()))
                        .ifPresent(profile -> devices.setAll((ObjectNode) profile.path("devices"))));
        devices.setAll((ObjectNode) instance.path("devices"));
        return devices;
    }

    /** {@code lxd/project/project.go NetworkProject} */
    String networkProject(String project) {
        return Nodes.isTrue(state.ofProject(project, "features.networks")) ? project : ServerState.DEFAULT;
    }

    /** {@code lxd/project/project.go ProfileProject} */
    String profileProject(String project) {
        return Nodes.isTrue(state.ofProject(project, "features.profiles")) ? project : ServerState.DEFAULT;
    }

    static boolean isCreated(JsonNode network) {
        return network.path("status").asText().equals("Created");
    }

    private static Stream<String> subjects(JsonNode acl) {
        return Stream.concat(
                acl.path("ingress").valueStream().map(r -> r.path("source").asText()),
                acl.path("egress").valueStream().map(r -> r.path("destination").asText()))
                .flatMap(list -> Nodes.split(list).stream());
    }
}
