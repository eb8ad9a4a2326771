package mcnet.ovn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.plan.ResourceId;

/**
 * The routers of LXD's networks in OVN. They are called by the network's number in LXD's database, which the server
 * tells nobody: a router is found by its addresses inside and outside, as the northbound database has them
 * ({@code lxd/network/driver_ovn.go getRouterName}). {@link Ovn#ROUTER_PORTS} and the list of networks must be known.
 */
public final class Routers {
    private static final Pattern PORT = Pattern.compile("([a-z]+-net\\d+)-lr-lrp-(?:int|ext)");

    private Routers() {}

    /** What everything of a network in OVN is called after, {@code lxd-net2}; empty where neither of its ports is there. */
    public static Optional<String> name(ResourceId network, Observation seen) {
        Optional<JsonNode> config = LxdNetworks.seen(network, seen).map(n -> n.path("config"));
        if (config.isEmpty()) return Optional.empty();
        List<String> inside = desired(config.get(), "ipv4.address", "ipv6.address");
        List<String> outside = desired(config.get(), "volatile.network.ipv4.address", "volatile.network.ipv6.address");
        Set<String> half = new LinkedHashSet<>();
        for (String name : names(seen)) {
            List<String> own = addresses(name + "-lr-lrp-int", seen);
            List<String> there = addresses(name + "-lr-lrp-ext", seen);
            boolean in = !inside.isEmpty() && own.containsAll(inside);
            boolean out = !outside.isEmpty() && there.containsAll(outside);
            if (in && (out || outside.isEmpty())) return Optional.of(name);
            if (in && there.isEmpty() || out && own.isEmpty()) half.add(name);
        }
        return half.stream().findFirst().or(() -> byInside(inside, seen));
    }

    /** One whose address outside is another than LXD has, and the only one of its kind. */
    private static Optional<String> byInside(List<String> inside, Observation seen) {
        if (inside.isEmpty()) return Optional.empty();
        List<String> all = names(seen).stream()
                .filter(name -> addresses(name + "-lr-lrp-int", seen).containsAll(inside)).toList();
        return all.size() == 1 ? Optional.of(all.getFirst()) : Optional.empty();
    }

    /** A router port's addresses, without lengths; none where there is no such port. */
    public static List<String> addresses(String port, Observation seen) {
        List<String> addresses = new ArrayList<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(seen.cluster(Ovn.ROUTER_PORTS)))
            if (OvsdbTable.text(row.get("name")).equals(port))
                for (String network : OvsdbTable.set(row.get("networks"))) addresses.add(canonical(network));
        return addresses;
    }

    /** What {@link #member} must know, beside the list of networks. */
    public static List<Query> placing(List<String> members) {
        List<Query> queries = new ArrayList<>(List.of(new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS),
                new Query(QueryTarget.CLUSTER, Ovn.PORTS), new Query(QueryTarget.CLUSTER, Ovn.CHASSIS)));
        members.forEach(member -> queries.add(Ovn.externalIds(member)));
        return queries;
    }

    /** The chassis that a router is at work on, as the southbound database has it. */
    public static Optional<Map<String, JsonNode>> chassis(String router, Observation seen) {
        String port = "cr-" + router + "-lr-lrp-ext";
        return OvsdbTable.of(seen.cluster(Ovn.PORTS)).stream()
                .filter(r -> OvsdbTable.text(r.get("logical_port")).equals(port))
                .map(r -> OvsdbTable.text(r.get("chassis"))).filter(at -> !at.isEmpty()).findFirst()
                .map(at -> OvsdbTable.of(seen.cluster(Ovn.CHASSIS)).stream()
                        .filter(r -> OvsdbTable.text(r.get("_uuid")).equals(at)).findFirst().orElse(Map.of()));
    }

    /** The member that runs a router; empty where none does, or one that was not asked. */
    public static Optional<String> member(String router, List<String> members, Observation seen) {
        return chassis(router, seen).map(row -> OvsdbTable.text(row.get("name")))
                .flatMap(name -> members.stream().filter(m -> Ovn.systemId(seen, m).equals(name)).findFirst());
    }

    public static boolean has(String port, Observation seen) {
        return OvsdbTable.of(seen.cluster(Ovn.ROUTER_PORTS)).stream()
                .anyMatch(r -> OvsdbTable.text(r.get("name")).equals(port));
    }

    private static Set<String> names(Observation seen) {
        Set<String> names = new LinkedHashSet<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(seen.cluster(Ovn.ROUTER_PORTS))) {
            Matcher port = PORT.matcher(OvsdbTable.text(row.get("name")));
            if (port.matches()) names.add(port.group(1));
        }
        return names;
    }

    private static List<String> desired(JsonNode config, String... keys) {
        List<String> desired = new ArrayList<>();
        for (String key : keys) {
            String address = config.path(key).asText();
            boolean off = config.path(key.replaceFirst("^volatile\\.network\\.", "")).asText().equals("none");
            if (!address.isEmpty() && !address.equals("none") && !off) desired.add(canonical(address));
        }
        return desired;
    }

    private static String canonical(String network) {
        var address = Ip.read(network.replaceFirst("/.*", ""));
        return address == null ? network : address.toCanonicalString();
    }
}
