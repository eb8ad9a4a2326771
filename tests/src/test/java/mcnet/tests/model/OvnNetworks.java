package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import mcnet.model.Ip;
import mcnet.tests.model.ObjectKey.Kind;

/** Networks of type {@code ovn} ({@code lxd/network/driver_ovn.go}). */
record OvnNetworks(Behaviour behaviour) {
    private static final String OPTIONS = "network|bridge\\.(hwaddr|mtu)|ipv[46]\\.(address|dhcp|nat|nat\\.address)|"
            + "ipv6\\.dhcp\\.stateful|dns\\.(domain|search|zone\\.forward|zone\\.reverse\\.ipv[46])|security\\.acls"
            + "(\\.default\\.(ingress|egress)\\.(action|logged))?|volatile\\.network\\.ipv[46]\\.address";
    private static final String NEWER_OPTIONS = "|ipv4\\.dhcp\\.ranges|ipv[46]\\.l3only|acceleration\\.parent";

    /** The config of a new one with what the server adds ({@code FillConfig}, {@code setup}). */
    ObjectNode created(ServerState state, ObjectKey key, JsonNode asked) {
        ObjectNode config = filled(Nodes.config(asked), state);
        validate(state, key, config);
        return set(state, key, config);
    }

    private ObjectNode filled(ObjectNode config, ServerState state) {
        for (String family : List.of("ipv4", "ipv6"))
            if (!config.has(family + ".address")) config.put(family + ".address", "auto");
        return chosen(config, state);
    }

    /** {@code populateAutoConfig}: the first free subnet, where LXD takes any. */
    private static ObjectNode chosen(ObjectNode config, ServerState state) {
        for (String family : List.of("ipv4", "ipv6")) {
            if (!config.path(family + ".address").asText().equals("auto")) continue;
            List<String> taken = state.all(Kind.NETWORK)
                    .map(e -> ServerState.config(e.getValue(), family + ".address")).toList();
            for (int i = 0;; i++) {
                String subnet = family.equals("ipv4") ? "10.201." + i + ".1/24" : "fd42:c9:" + i + "::1/64";
                if (taken.contains(subnet)) continue;
                config.put(family + ".address", subnet);
                break;
            }
            if (config.path(family + ".nat").asText().isEmpty()) config.put(family + ".nat", "true");
        }
        return config;
    }

    /** What {@code setup} writes back. */
    private ObjectNode set(ServerState state, ObjectKey key, ObjectNode config) {
        if (List.of("ipv4", "ipv6").stream().allMatch(f -> config.path(f + ".address").asText().equals("none")))
            throw Refusal.failed("Failed to get router internal port addresses: "
                    + "No internal IPs defined for network router");
        if (!config.has("bridge.mtu")) config.put("bridge.mtu", "1442");
        new UplinkAddresses(state).allocate(key, config);
        return config;
    }

    /** @param asked the whole new config; {@code before} what the network is */
    ObjectNode updated(ServerState state, ObjectKey key, JsonNode before, ObjectNode asked) {
        ObjectNode config = chosen(Nodes.config(asked), state);
        validate(state, key, config);
        boolean moved = !config.path("network").asText().equals(ServerState.config(before, "network"));
        if (behaviour.holdsRoutersAgainstRanges() && !config.equals(before.path("config")))
            for (String family : List.of("ipv4", "ipv6")) {
                String address = config.path(family + ".address").asText();
                if (!config.has(UplinkAddresses.key(family)) && !address.isEmpty() && !address.equals("none"))
                    throw Refusal.failed("Uplink address key \"" + UplinkAddresses.key(family)
                            + "\" cannot be empty when network address key \"" + family + ".address\" is populated");
            }
        if (moved) config.remove(List.of(UplinkAddresses.key("ipv4"), UplinkAddresses.key("ipv6")));
        return set(state, key, config);
    }

    /** {@code Validate} */
    private void validate(ServerState state, ObjectKey key, ObjectNode config) {
        String known = OPTIONS + (behaviour.zonesApart() ? NEWER_OPTIONS : "") + "|user\\..*";
        config.properties().stream().map(Map.Entry::getKey).filter(k -> !k.matches(known)).findFirst()
                .ifPresent(k -> {
                    throw Refusal.failed("Invalid option for network \"" + key.name() + "\" option \"" + k + "\"");
                });
        zones(state, key, config);
        ObjectNode network = Nodes.object();
        network.set("config", config);
        IPAddress inside = ExternalSubnets.subnet(network, "ipv6");
        if (!behaviour.zonesApart() && inside != null && inside.getPrefixLength() < 64)
            throw Refusal.failed("IPv6 subnet must be at least a /64");
        JsonNode uplink = uplink(state, key, config.path("network").asText());
        external(state, key, network, uplink);
        forwards(state, key, network);
        for (String acl : Nodes.split(config.path("security.acls").asText()))
            if (!state.has(ObjectKey.of(Kind.ACL, key.project(), acl)))
                throw Refusal.failed("Network ACL \"" + acl + "\" does not exist");
        if (behaviour.holdsRoutersAgainstRanges()) routers(config, uplink);
    }

    private static void zones(ServerState state, ObjectKey key, JsonNode config) {
        for (String option : List.of("dns.zone.forward", "dns.zone.reverse.ipv4", "dns.zone.reverse.ipv6"))
            for (String zone : Nodes.split(config.path(option).asText()))
                if (state.all(Kind.ZONE).noneMatch(e -> e.getKey().name().equals(zone)))
                    throw Refusal.failed("Invalid value for network \"" + key.name() + "\" option \"" + option
                            + "\": Network zone \"" + zone + "\" doesn't exist");
    }

    /** {@code validateUplinkNetwork} */
    private static JsonNode uplink(ServerState state, ObjectKey key, String name) {
        boolean restricted = Nodes.isTrue(state.ofProject(key.project(), "restricted"));
        boolean allowed = !restricted
                || Nodes.split(state.ofProject(key.project(), "restricted.networks.uplinks")).contains(name);
        return state.find(ObjectKey.network(ServerState.DEFAULT, name))
                .filter(n -> allowed && n.path("type").asText().equals("physical") && Users.isCreated(n))
                .orElseThrow(() -> Refusal.failed("Option \"network\" value \"" + name
                        + "\" is not one of the allowed uplink networks in project"));
    }

    private static void external(ServerState state, ObjectKey key, JsonNode network, JsonNode uplink) {
        if (ExternalSubnets.nat(network).stream().findAny().isPresent()
                && !ServerState.config(uplink, "ovn.ingress_mode").equals("routed"))
            throw Refusal.failed("Cannot specify \"ipv4.nat.address\" when uplink ovn.ingress_mode is not \"routed\"");
        ExternalSubnets subnets = new ExternalSubnets(state, uplink.path("name").asText());
        List<ExternalSubnets.Usage> inUse = subnets.inUse();
        for (IPAddress subnet : ExternalSubnets.routed(network)) {
            subnets.allow(key.project(), uplink, subnet);
            if (anycast(uplink, subnet)) continue;
            for (ExternalSubnets.Usage usage : inUse)
                if ((!usage.network().equals(key) || usage.what().equals("nic"))
                        && ExternalSubnets.overlap(usage.subnet(), subnet))
                    throw Refusal.failed("External subnet \"" + ExternalSubnets.text(subnet)
                            + "\" overlaps with another OVN network or NIC");
        }
        for (IPAddress address : ExternalSubnets.nat(network)) {
            subnets.allow(key.project(), uplink, address);
            if (anycast(uplink, address)) continue;
            for (ExternalSubnets.Usage usage : inUse)
                if (!usage.network().equals(key) && ExternalSubnets.overlap(usage.subnet(), address))
                    throw Refusal.failed("NAT address \"" + address.toCanonicalString()
                            + "\" overlaps with another OVN network or NIC");
        }
    }

    private static boolean anycast(JsonNode uplink, IPAddress subnet) {
        return ServerState.config(uplink, "ovn.ingress_mode").equals("routed") && Nodes.isTrue(
                ServerState.config(uplink, subnet.isIPv4() ? "ipv4.routes.anycast" : "ipv6.routes.anycast"));
    }

    /** What forwards lead to stays inside. */
    private static void forwards(ServerState state, ObjectKey key, JsonNode network) {
        state.in(Kind.FORWARD, key.project(), key.name()).forEach(e -> {
            String end = ServerState.config(e.getValue(), "target_address");
            if (!end.isEmpty() && !isInside(network, end))
                throw Refusal.bad("Network forward for \"" + e.getKey().name() + "\" has a default target address \""
                        + end + "\" that is not within the network subnet");
            e.getValue().path("ports").valueStream().map(p -> p.path("target_address").asText())
                    .filter(a -> !isInside(network, a)).findFirst().ifPresent(a -> {
                        throw Refusal.bad("Network forward for \"" + e.getKey().name()
                                + "\" has a port target address \"" + a + "\" that is not within the network subnet");
                    });
        });
    }

    static boolean isInside(JsonNode network, String address) {
        IPAddress subnet = ExternalSubnets.subnet(network, address.contains(":") ? "ipv6" : "ipv4");
        return subnet != null && subnet.contains(Objects.requireNonNull(Ip.read(address)));
    }

    private static void routers(JsonNode config, JsonNode uplink) {
        for (String family : List.of("ipv4", "ipv6")) {
            String address = config.path(UplinkAddresses.key(family)).asText();
            String ranges = ServerState.config(uplink, family + ".ovn.ranges");
            if (!address.isEmpty() && !ranges.isEmpty() && !UplinkAddresses.isIn(address, ranges))
                throw Refusal.failed("Uplink IP \"" + address
                        + "\" not within allowed ranges specified by uplink network");
        }
    }
}
