package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.observe.Question;
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
    /** Whether a chassis has a port; asked only where one is missing in its group. */
    private static final Question UP = new Question.Northbound("Logical_Switch_Port", List.of("name", "up"));

    @Override
    public String claim() {
        return "running NICs are in its port group";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(
                List.of(LxdNetworks.list(subject.project()), new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS),
                        new Query(QueryTarget.CLUSTER, Ovn.SWITCH_PORTS),
                        new Query(QueryTarget.CLUSTER, Ovn.PORT_GROUPS)));
        if (Routers.name(subject, known).filter(router -> !outside(router, known).isEmpty()).isPresent())
            queries.add(new Query(QueryTarget.CLUSTER, UP));
        return queries;
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
        String group = group(router.get());
        if (PortGroups.ports(group, seen).isEmpty())
            return CommonFaults.lost("OVN has no port group " + group, subject, seen);
        List<String> outside = outside(router.get(), seen).stream().filter(port -> !isDown(port, seen)).toList();
        long all = ports(router.get(), seen).count();
        if (outside.isEmpty()) return Verdict.holds(all == 0 ? "no NIC runs" : all + " of " + all);
        return PortGroups.fault(outside, group);
    }

    private static String group(String router) {
        return router.replace("-net", "_net");
    }

    /** The ports of NICs on the network: Incus has them also of instances that do not run. */
    private static Stream<Map<String, JsonNode>> ports(String router, Observation seen) {
        return OvsdbTable.of(seen.cluster(Ovn.SWITCH_PORTS)).stream()
                .filter(row -> OvsdbTable.text(row.get("name")).startsWith(router + "-instance-"));
    }

    private static List<String> outside(String router, Observation seen) {
        List<String> members = PortGroups.ports(group(router), seen).orElse(List.of());
        return ports(router, seen).filter(row -> !members.contains(OvsdbTable.text(row.get("_uuid"))))
                .map(row -> OvsdbTable.text(row.get("name"))).toList();
    }

    /** No chassis has it: its instance does not run, or its member's ovn-controller, which has a check of its own. */
    private static boolean isDown(String port, Observation seen) {
        Answer answer = seen.cluster(UP);
        return answer.ok() && OvsdbTable.of(answer).stream()
                .anyMatch(row -> OvsdbTable.text(row.get("name")).equals(port)
                        && !OvsdbTable.text(row.get("up")).equals("true"));
    }
}
