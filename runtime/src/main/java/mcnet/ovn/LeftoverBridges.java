package mcnet.ovn;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lxd.LxdNetworks;
import mcnet.module.PlanningContext;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.product.Product;

/**
 * Bridges that LXD made for an uplink ({@code lxdovnN}, {@code incusovnN}) and did not take away when a creation failed. Their port keeps
 * the NIC, and the next uplink on it fails with "is actually attached to bridge".
 *
 * @param mappings the member's mappings without the leftovers'
 */
public record LeftoverBridges(List<String> bridges, String mappings) {
    private static final String MAPPINGS = "ovn-bridge-mappings";

    public static List<Query> queries(String member) {
        return List.of(Ovn.externalIds(member), Query.member(member, Ovn.BRIDGES), LxdNetworks.list());
    }

    /** Those of a member: no network that LXD has maps to them. */
    public static LeftoverBridges of(String member, PlanningContext now) {
        Set<String> networks = now.seen().cluster(LxdNetworks.LIST).value().valueStream()
                .map(n -> n.path("name").asText())
                .collect(Collectors.toSet());
        Map<String, String> living = new LinkedHashMap<>();
        String all = Ovn.externalIds(now.seen(), member).getOrDefault(MAPPINGS, "");
        Arrays.stream(all.split(",")).map(m -> m.split(":", 2)).filter(m -> m.length == 2).forEach(m -> {
            if (networks.contains(m[0]) || !Product.isUplinkBridge(m[1])) living.put(m[0], m[1]);
        });
        List<String> dead = new ArrayList<>();
        for (var row : OvsdbTable.of(now.seen().member(member, Ovn.BRIDGES))) {
            String bridge = OvsdbTable.text(row.get("name"));
            if (Product.isUplinkBridge(bridge) && !living.containsValue(bridge)) dead.add(bridge);
        }
        return new LeftoverBridges(dead, living.entrySet().stream().map(e -> e.getKey() + ":" + e.getValue())
                .collect(Collectors.joining(",")));
    }
}
