package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import mcnet.model.Ip;
import mcnet.tests.model.ObjectKey.Kind;

/**
 * What networks on an uplink take of the outside: routed subnets, addresses of NAT, listeners, routes of NICs
 * ({@code lxd/network/driver_ovn.go getExternalSubnetInUse}).
 */
record ExternalSubnets(ServerState state, String uplink) {

    /** @param what {@code network}, {@code nat}, {@code nic} or {@code forward} */
    record Usage(IPAddress subnet, ObjectKey network, String what) {}

    List<Usage> inUse() {
        List<Usage> all = new ArrayList<>();
        state.all(Kind.NETWORK).filter(e -> ServerState.config(e.getValue(), "network").equals(uplink))
                .forEach(e -> {
                    if (Users.isCreated(e.getValue())) {
                        routed(e.getValue()).forEach(s -> all.add(new Usage(s, e.getKey(), "network")));
                        nat(e.getValue()).forEach(s -> all.add(new Usage(s, e.getKey(), "nat")));
                        nics(e.getKey()).forEach(s -> all.add(new Usage(s, e.getKey(), "nic")));
                    }
                    state.in(Kind.FORWARD, e.getKey().project(), e.getKey().name())
                            .forEach(f -> all.add(new Usage(Ip.read(f.getKey().name()), e.getKey(), "forward")));
                });
        return all;
    }

    private Stream<IPAddress> nics(ObjectKey network) {
        Users users = new Users(state);
        return state.all(Kind.INSTANCE)
                .filter(e -> users.networkProject(e.getKey().project()).equals(network.project()))
                .flatMap(e -> users.expanded(e.getKey(), e.getValue()).valueStream())
                .filter(d -> d.path("network").asText().equals(network.name()))
                .flatMap(d -> Stream.of("ipv4.routes.external", "ipv6.routes.external")
                        .flatMap(k -> Nodes.split(d.path(k).asText()).stream()))
                .map(Ip::read);
    }

    /** The subnets of a network whose addresses are seen outside. */
    static List<IPAddress> routed(JsonNode network) {
        return Stream.of("ipv4", "ipv6").filter(f -> !Nodes.isTrue(ServerState.config(network, f + ".nat")))
                .map(f -> subnet(network, f)).filter(s -> s != null).toList();
    }

    static List<IPAddress> nat(JsonNode network) {
        return Stream.of("ipv4", "ipv6").map(f -> ServerState.config(network, f + ".nat.address"))
                .filter(a -> !a.isEmpty()).map(Ip::read).toList();
    }

    /** A network's own subnet; null where it has none. */
    static IPAddress subnet(JsonNode network, String family) {
        IPAddress address = Ip.read(ServerState.config(network, family + ".address"));
        return address == null ? null : address.toPrefixBlock();
    }

    /** Whether an uplink's routes hold it ({@code validateExternalSubnet}). */
    static boolean isRouted(JsonNode uplink, String subnet) {
        IPAddress asked = Ip.read(subnet);
        return Stream.of("ipv4.routes", "ipv6.routes")
                .flatMap(k -> Nodes.split(ServerState.config(uplink, k)).stream()).map(Ip::read)
                .anyMatch(route -> route.contains(asked));
    }

    /** LXD's spelling: {@code 10.0.0.1/32}. */
    static String text(IPAddress subnet) {
        return subnet.getPrefixLength() != null
                ? subnet.toPrefixBlock().toCanonicalString()
                : subnet.toCanonicalString() + "/" + subnet.getBitCount();
    }

    static boolean overlap(IPAddress one, IPAddress other) {
        return one.getIPVersion() == other.getIPVersion()
                && (one.toPrefixBlock().contains(other.toPrefixBlock())
                        || other.toPrefixBlock().contains(one.toPrefixBlock()));
    }

    /** What its project grants of the uplink; null: all of it ({@code projectRestrictedSubnets}). */
    static List<IPAddress> granted(ServerState state, String project, String uplink) {
        String grants = state.ofProject(project, "restricted.networks.subnets");
        if (!Nodes.isTrue(state.ofProject(project, "restricted")) || grants.isEmpty()) return null;
        return Nodes.split(grants).stream().filter(g -> g.startsWith(uplink + ":"))
                .map(g -> Ip.read(g.substring(uplink.length() + 1))).toList();
    }

    /** Refuses what is neither granted nor routed. */
    void allow(String project, JsonNode uplinkNetwork, IPAddress subnet) {
        List<IPAddress> granted = granted(state, project, uplink);
        if (granted != null && granted.stream().noneMatch(g -> g.contains(subnet)))
            throw Refusal.failed("Project doesn't contain \"" + text(subnet) + "\" in its restricted uplink subnets");
        if (!isRouted(uplinkNetwork, text(subnet)))
            throw Refusal.bad("Uplink network doesn't contain \"" + text(subnet) + "\" in its routes");
    }
}
