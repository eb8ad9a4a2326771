package mcnet.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.traffic.LxdBalancer;
import mcnet.lxd.traffic.LxdPort;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;

/**
 * What OVN's health checks say of the backends of balancers. OVN itself is asked: the server's own answer looks for the
 * port that the balancer listens on, and knows nothing of a backend with another one (Incus 7.0.2).
 */
final class BackendHealth {
    private static final String SERVER = "/1.0";
    private static final String EXTENSION = "network_load_balancer";
    private static final Query MONITORS = new Query(QueryTarget.CLUSTER, Ovn.SERVICE_MONITORS);

    private BackendHealth() {}

    /** The balancers, on servers that have them; then, where one of them is checked, the checks. */
    static List<Query> queries(Collection<ResourceId> networks, PlanningContext now) {
        List<Query> queries = new ArrayList<>();
        boolean balances = now.seen().cluster(SERVER).value().path("api_extensions").valueStream()
                .anyMatch(e -> e.asText().equals(EXTENSION));
        if (!balances) return queries;
        for (ResourceId network : networks) queries.add(ListenerObjects.BALANCERS.list(network));
        if (networks.stream().anyMatch(n -> !checked(n, now).isEmpty())) queries.add(MONITORS);
        return queries;
    }

    private static List<JsonNode> checked(ResourceId network, PlanningContext now) {
        return now.seen().of(ListenerObjects.BALANCERS.list(network)).value().valueStream()
                .filter(b -> LxdConfig.isTrue(LxdConfig.of(b).get("healthcheck"))).toList();
    }

    /** A sentence for each backend that does not answer, and for balancers of which nobody knows. */
    static List<String> notes(Collection<ResourceId> networks, PlanningContext now) {
        List<String> notes = new ArrayList<>();
        Answer monitors = now.seen().of(MONITORS);
        for (ResourceId network : networks)
            for (JsonNode balancer : checked(network, now)) {
                String title = ListenerObjects.BALANCERS.id(network, balancer).toString();
                if (monitors.ok()) notes.addAll(offline(title, LxdBalancer.of(balancer).addresses(), monitors));
                else
                    notes.add(title + ": the health of its backends is unknown: " + monitors.error());
            }
        return notes;
    }

    private static List<String> offline(String title, List<String> backends, Answer monitors) {
        List<String> notes = new ArrayList<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(monitors)) {
            String address = LxdPort.address(OvsdbTable.text(row.get("ip")));
            String status = OvsdbTable.text(row.get("status"));
            if (backends.contains(address) && !status.isEmpty() && !status.equals("online"))
                notes.add(title + ": " + address + " does not answer the health check of "
                        + OvsdbTable.text(row.get("protocol")) + " port " + OvsdbTable.text(row.get("port")) + " ("
                        + status + ")");
        }
        return notes.stream().distinct().sorted().toList();
    }
}
