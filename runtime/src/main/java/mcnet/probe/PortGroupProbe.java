package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
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
import mcnet.ovn.PortGroups;
import mcnet.ovn.Routers;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * Every running NIC on the network is in the network's port group, by which OVN tells what is internal
 * ({@code lxd/network/driver_ovn.go ensureNetworkPortGroup}: {@code lxd_netN}).
 */
public record PortGroupProbe(ResourceId subject) implements Probe {

    @Override
    public String claim() {
        return "running NICs are in its port group";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(LxdNetworks.list(subject.project()), new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS),
                new Query(QueryTarget.CLUSTER, Ovn.SWITCH_PORTS), new Query(QueryTarget.CLUSTER, Ovn.PORT_GROUPS));
    }

    @Override
    public Verdict judge(Observation seen) {
        for (Query asked : List.of(new Query(QueryTarget.CLUSTER, Ovn.SWITCH_PORTS),
                new Query(QueryTarget.CLUSTER, Ovn.PORT_GROUPS))) {
            Answer answer = seen.of(asked);
            if (!answer.ok()) return CommonFaults.northbound(answer, seen);
        }
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return CommonFaults.lost("OVN has no router of " + subject, subject, seen);
        String group = router.get().replace("-net", "_net");
        Optional<List<String>> members = PortGroups.ports(group, seen);
        List<String> outside = new ArrayList<>();
        int all = 0;
        for (Map<String, JsonNode> row : OvsdbTable.of(seen.cluster(Ovn.SWITCH_PORTS))) {
            String name = OvsdbTable.text(row.get("name"));
            if (!name.startsWith(router.get() + "-instance-")) continue;
            all++;
            if (members.isEmpty() || !members.get().contains(OvsdbTable.text(row.get("_uuid")))) outside.add(name);
        }
        if (members.isEmpty()) return CommonFaults.lost("OVN has no port group " + group, subject, seen);
        if (outside.isEmpty()) return Verdict.holds(all == 0 ? "no NIC runs" : all + " of " + all);
        return PortGroups.fault(outside, group);
    }
}
