package mcnet.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.Paths;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.ovn.Routers;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * Two networks are joined: both sides are {@code Created}, and their routers have a port to one another in
 * OVN's northbound database ({@code lxd/network/driver_ovn.go getLogicalRouterPeerPortName}).
 *
 * @param leftName the object on the left network
 */
public record PeeringProbe(ResourceId subject, ResourceId left, String leftName, ResourceId right, String rightName)
        implements
            Probe {

    @Override
    public String claim() {
        return "peered on both sides";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(side(left, leftName), side(right, rightName),
                new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS), LxdNetworks.list(left.project()),
                LxdNetworks.list(right.project())));
        return queries.stream().distinct().toList();
    }

    @Override
    public Verdict judge(Observation seen) {
        for (Query side : List.of(side(left, leftName), side(right, rightName))) {
            Answer answer = seen.of(side);
            if (!answer.ok()) return CommonFaults.lxd(answer, subject);
            String status = answer.value().path("status").asText();
            if (!status.equalsIgnoreCase("Created"))
                return Verdict.fails(answer.value().path("name").asText() + " is " + status,
                        "the other side was removed, or never created", "mcnet apply");
        }
        Answer ports = seen.cluster(Ovn.ROUTER_PORTS);
        if (!ports.ok()) return CommonFaults.northbound(ports, seen);
        Optional<String> a = Routers.name(left, seen);
        Optional<String> b = Routers.name(right, seen);
        if (a.isEmpty() || b.isEmpty()) {
            ResourceId lost = a.isEmpty() ? left : right;
            return CommonFaults.lost("OVN has no router of " + lost, lost, seen);
        }
        if (joins(a.get(), b.get(), seen) && joins(b.get(), a.get(), seen))
            return Verdict.holds("both routers have a port");
        return Verdict.fails("the routers have no ports to each other",
                "they (or a router) were removed from the northbound database; LXD creates them only together"
                        + " with the peering",
                "create the peering again: " + removal(left, leftName) + " && " + removal(right, rightName)
                        + " && mcnet apply");
    }

    private static boolean joins(String router, String other, Observation seen) {
        return Routers.has(router + "-lr-lrp-peer-" + other.replaceFirst("^[a-z]+-", ""), seen);
    }

    private static String removal(ResourceId network, String peer) {
        return "lxc network peer delete " + ShellWords.quoted(network.name()) + " " + ShellWords.quoted(peer)
                + (network.project().isEmpty() ? "" : " --project " + ShellWords.quoted(network.project()));
    }

    private static Query side(ResourceId network, String name) {
        return Query.cluster(LxdNetworks.path(network, "/peers/" + Paths.encode(name)));
    }
}
