package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.Iterator;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.model.Ip;
import mcnet.tests.model.ObjectKey.Kind;

/** The addresses that routers get on their uplink ({@code lxd/network/driver_ovn.go allocateUplinkPortIPs}). */
record UplinkAddresses(ServerState state) {

    static String key(String family) {
        return "volatile.network." + family + ".address";
    }

    /** Writes into a network's config what it lacks. */
    void allocate(ObjectKey network, ObjectNode config) {
        JsonNode uplink = state.find(ObjectKey.network(ServerState.DEFAULT, config.path("network").asText()))
                .orElseThrow();
        for (String family : new String[]{"ipv4", "ipv6"}) {
            String gateway = ServerState.config(uplink, family + ".gateway");
            if (gateway.isEmpty() || !config.path(key(family)).asText().isEmpty()) continue;
            String ranges = ServerState.config(uplink, family + ".ovn.ranges");
            if (ranges.isEmpty() && family.equals("ipv4"))
                throw Refusal.failed("Missing required \"ipv4.ovn.ranges\" config key on uplink network");
            config.put(key(family), ranges.isEmpty()
                    ? eui64(gateway, network)
                    : first(network, uplink.path("name").asText(), family, ranges));
        }
    }

    private String first(ObjectKey network, String uplink, String family, String ranges) {
        Set<String> taken = state.all(Kind.NETWORK)
                .filter(e -> !e.getKey().equals(network)
                        && ServerState.config(e.getValue(), "network").equals(uplink))
                .map(Map.Entry::getValue).map(n -> ServerState.config(n, key(family))).collect(Collectors.toSet());
        for (String range : Nodes.split(ranges)) {
            Iterator<? extends IPAddress> addresses = range(range);
            while (addresses.hasNext()) {
                String address = addresses.next().toCanonicalString();
                if (!taken.contains(address)) return address;
            }
        }
        throw Refusal.failed("Failed to allocate uplink " + (family.equals("ipv4") ? "IPv4" : "IPv6")
                + " address: No free IP addresses available on range(s)");
    }

    private static Iterator<? extends IPAddress> range(String range) {
        String[] ends = range.split("-");
        return Ip.read(ends[0]).spanWithRange(Ip.read(ends[1])).iterator();
    }

    /** Made from the router's MAC, which hangs on the network; here on its name. */
    private static String eui64(String gateway, ObjectKey network) {
        IPAddress prefix = Ip.read(gateway).toPrefixBlock().getLower();
        return prefix.increment(0x10000L + (network.toString().hashCode() & 0xffffL)).withoutPrefixLength()
                .toCanonicalString();
    }

    static boolean isIn(String address, String ranges) {
        return Nodes.split(ranges).stream().map(r -> r.split("-"))
                .anyMatch(r -> Ip.read(r[0]).spanWithRange(Ip.read(r[1])).contains(Ip.read(address)));
    }
}
