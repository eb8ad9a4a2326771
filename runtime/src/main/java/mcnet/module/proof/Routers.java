package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddressString;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.module.LxdNetworks;
import mcnet.observe.Observed;
import mcnet.observe.Rows;
import mcnet.plan.ResourceId;

/**
 * The routers of LXD's networks in OVN. They are called by the network's number in LXD's database, which the server
 * tells nobody: a router is found by its address inside, and among several of the same by the one outside
 * ({@code lxd/network/driver_ovn.go getRouterName}).
 */
final class Routers {
    private static final Pattern INSIDE = Pattern.compile("[a-z]+-net(\\d+)-lr-lrp-int");

    private Routers() {}

    /** The number of a network; {@link Ovn#PORTS} and the list of networks must be known. */
    static Optional<String> number(ResourceId network, Observed seen) {
        Optional<JsonNode> config = LxdNetworks.seen(network, seen).map(n -> n.path("config"));
        if (config.isEmpty()) return Optional.empty();
        for (Map<String, JsonNode> row : Rows.of(seen.cluster(Ovn.PORTS))) {
            Matcher port = INSIDE.matcher(Rows.text(row.get("logical_port")));
            if (!port.matches() || !has(row, config.get(), "ipv4.address", "ipv6.address")) continue;
            String outside = port.group().replace("-lr-lrp-int", "-lr-lrp-ext");
            boolean same = Rows.of(seen.cluster(Ovn.PORTS)).stream()
                    .filter(r -> Rows.text(r.get("logical_port")).equals(outside))
                    .allMatch(r -> has(r, config.get(), "volatile.network.ipv4.address",
                            "volatile.network.ipv6.address"));
            if (same) return Optional.of(port.group(1));
        }
        return Optional.empty();
    }

    /** Whether the router of one network has a port to that of another. */
    static boolean hasPort(String number, String other, Observed seen) {
        return Rows.of(seen.cluster(Ovn.PORTS)).stream().map(row -> Rows.text(row.get("logical_port")))
                .anyMatch(port -> port.endsWith("-net" + number + "-lr-lrp-peer-net" + other));
    }

    private static boolean has(Map<String, JsonNode> port, JsonNode config, String... keys) {
        String addresses = " "
                + port.getOrDefault("mac", com.fasterxml.jackson.databind.node.MissingNode.getInstance()).toString()
                        .replaceAll("[\\[\\]\",/]", " ")
                + " ";
        for (String key : keys) {
            String address = config.path(key).asText();
            if (address.isEmpty() || address.equals("none")) continue;
            String bare = new IPAddressString(address.replaceFirst("/.*", "")).getAddress().toCanonicalString();
            if (!addresses.contains(" " + bare + " ")) return false;
        }
        return true;
    }
}
