package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.ovn.Routers;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The network's router sends what leaves to the gateway that its uplink has now. LXD tells existing networks of an
 * uplink's resolvers and ingress mode only ({@code lxd/network/driver_ovn.go handleDependencyChange}).
 *
 * @param family {@code ipv4} or {@code ipv6}
 */
public record DefaultRouteProbe(ResourceId subject, ResourceId uplink, String family) implements Probe {

    @Override
    public String claim() {
        return "default route goes to the gateway (" + (family.equals("ipv6") ? "IPv6" : "IPv4") + ")";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(LxdNetworks.list(), LxdNetworks.list(subject.project()),
                new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS), new Query(QueryTarget.CLUSTER, Ovn.ROUTES));
    }

    @Override
    public Verdict judge(Observation seen) {
        Optional<String> gateway = LxdNetworks.gateway(uplink, family, seen);
        if (gateway.isEmpty()) return Verdict.holds(uplink + " has no " + family + ".gateway");
        Answer routes = seen.cluster(Ovn.ROUTES);
        if (!routes.ok()) return CommonFaults.northbound(routes, seen);
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return CommonFaults.lost("OVN has no router of " + subject, subject, seen);
        String desired = canonical(gateway.get().replaceFirst("/.*", ""));
        String prefix = family.equals("ipv6") ? "::/0" : "0.0.0.0/0";
        List<String> hops = OvsdbTable.of(routes).stream().filter(r -> isDefault(r, prefix, router.get()))
                .map(r -> canonical(OvsdbTable.text(r.get("nexthop")))).toList();
        if (hops.equals(List.of(desired))) return Verdict.holds(desired);
        if (hops.isEmpty()) return CommonFaults.lost("the router has no route to " + prefix, subject, seen);
        return Verdict.fails("it goes to " + String.join(", ", hops) + ", but the gateway is " + desired,
                "the gateway of " + uplink + " was changed, and LXD does not update existing networks",
                "let LXD write the network again: " + CommonFaults.rewriting(subject, seen));
    }

    private static boolean isDefault(Map<String, JsonNode> row, String prefix, String router) {
        return OvsdbTable.text(row.get("ip_prefix")).equals(prefix)
                && OvsdbTable.text(row.get("output_port")).equals(router + "-lr-lrp-ext");
    }

    private static String canonical(String address) {
        var parsed = Ip.read(address);
        return parsed == null ? address : parsed.toCanonicalString();
    }
}
