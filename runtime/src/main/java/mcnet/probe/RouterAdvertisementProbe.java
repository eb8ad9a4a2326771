package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.lxd.LxdNetworks;
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
 * The router advertises itself by IPv6, as LXD told the northbound database. ovn-controller goes by the southbound one,
 * and OVN 26.03 loses the options there when a forward or balancer is made; running instances then lose their way out
 * when the lifetime of the last advertisement ends.
 */
public record RouterAdvertisementProbe(ResourceId subject) implements Probe {

    @Override
    public String claim() {
        return "router advertisements are sent";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(LxdNetworks.list(subject.project()), new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS),
                new Query(QueryTarget.CLUSTER, Ovn.PORTS));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer northbound = seen.cluster(Ovn.ROUTER_PORTS);
        if (!northbound.ok()) return CommonFaults.northbound(northbound, seen);
        Answer southbound = seen.cluster(Ovn.PORTS);
        if (!southbound.ok()) return CommonFaults.southbound(southbound, seen);
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return CommonFaults.lost("OVN has no router of " + subject, subject, seen);
        String port = router.get() + "-lr-lrp-int";
        if (!column(northbound, "name", port, "ipv6_ra_configs").getOrDefault("send_periodic", "").equals("true"))
            return Verdict.holds("not enabled in LXD");
        Map<String, String> options = column(southbound, "logical_port", port, "options");
        if (options.getOrDefault("ipv6_ra_send_periodic", "").equals("true")) return Verdict.holds("periodically");
        return Verdict.fails("they are not enabled for " + port + " in the southbound database",
                "a bug in OVN 26.03: northd drops the setting when a forward or balancer of the network"
                        + " changes; instances lose"
                        + " their IPv6 default route when the last advertisement runs out",
                "where northd is active: ovn-appctl -t ovn-northd inc-engine/recompute"
                        + " (MicroOVN: microovn.ovn-appctl -t ovn-northd inc-engine/recompute)");
    }

    private static Map<String, String> column(Answer table, String key, String port, String column) {
        return OvsdbTable.of(table).stream()
                .filter((Map<String, JsonNode> r) -> OvsdbTable.text(r.get(key)).equals(port))
                .map(r -> (Map<String, String>) OvsdbTable.map(r.get(column))).findFirst().orElse(Map.of());
    }
}
