package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.module.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * Every running NIC on the network is in the network's port group, by which OVN tells what is internal
 * ({@code lxd/network/driver_ovn.go ensureNetworkPortGroup}: {@code lxd_netN}).
 */
public record PortsGrouped(ResourceId subject) implements Proof {

    @Override
    public String claim() {
        return "running NICs are in its port group";
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(LxdNetworks.list(subject.project()), new Asked(Place.CLUSTER, Ovn.ROUTER_PORTS),
                new Asked(Place.CLUSTER, Ovn.SWITCH_PORTS), new Asked(Place.CLUSTER, Ovn.PORT_GROUPS));
    }

    @Override
    public Verdict judge(Observed seen) {
        for (Asked asked : List.of(new Asked(Place.CLUSTER, Ovn.SWITCH_PORTS),
                new Asked(Place.CLUSTER, Ovn.PORT_GROUPS))) {
            Answer answer = seen.of(asked);
            if (!answer.ok()) return Faults.northbound(answer, seen);
        }
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return Faults.lost("OVN has no router of " + subject, subject, seen);
        String group = router.get().replace("-net", "_net");
        Optional<List<String>> members = PortGroups.ports(group, seen);
        List<String> outside = new ArrayList<>();
        int all = 0;
        for (Map<String, JsonNode> row : Rows.of(seen.cluster(Ovn.SWITCH_PORTS))) {
            String name = Rows.text(row.get("name"));
            if (!name.startsWith(router.get() + "-instance-")) continue;
            all++;
            if (members.isEmpty() || !members.get().contains(Rows.text(row.get("_uuid")))) outside.add(name);
        }
        if (members.isEmpty()) return Faults.lost("OVN has no port group " + group, subject, seen);
        if (outside.isEmpty()) return Verdict.holds(all == 0 ? "no NIC runs" : all + " of " + all);
        return PortGroups.fault(outside, group);
    }
}
