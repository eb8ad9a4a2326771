package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.traffic.VirtualPort;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.product.Product;
import mcnet.product.ServerFacts;
import mcnet.schema.IndexFile;

/**
 * OVN sends on what a forward or balancer says: the southbound database has a load balancer for the address with exactly
 * these ports ({@code lxd/network/driver_ovn.go loadBalancerCreate}: {@code lxd-netN-lb-ADDRESS-tcp}), and the router a
 * row of NAT for the rest where the server makes one ({@link ServerFacts#forwardsDefaultByNat}).
 *
 * @param pooled ports that pools are behind, which are another matter ({@link PoolPortProbe})
 * @param rest where all else leads, or empty
 */
public record LoadBalancerProbe(ResourceId subject, ListenerObjects objects, List<VirtualPort> ports,
        List<VirtualPort> pooled, String rest) implements Probe {

    private static final String NAT = "dnat ";

    @Override
    public String claim() {
        return "OVN forwards its ports";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(new Query(QueryTarget.CLUSTER, Ovn.BALANCERS), list()));
        if (!rest.isEmpty()) queries.addAll(List.of(Product.ASKED, new Query(QueryTarget.CLUSTER, Ovn.NATS)));
        return queries;
    }

    private Query list() {
        return objects.list(ListenerObjects.network(subject));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer balancers = seen.cluster(Ovn.BALANCERS);
        if (!balancers.ok()) return CommonFaults.southbound(balancers, seen);
        String address = address(seen);
        if (address.isEmpty()) return CommonFaults.lxd(Answer.failed(404, ""), subject);
        Map<String, Set<String>> held = held(balancers, address);
        pooled.forEach(port -> held.keySet().removeAll(port.ends(address).keySet()));
        boolean byNat = !rest.isEmpty() && ServerFacts.of(seen).forwardsDefaultByNat();
        if (byNat) {
            Answer nats = seen.cluster(Ovn.NATS);
            if (!nats.ok()) return CommonFaults.northbound(nats, seen);
            for (Map<String, JsonNode> row : OvsdbTable.of(nats))
                if (OvsdbTable.text(row.get("type")).equals("dnat")
                        && OvsdbTable.text(row.get("external_ip")).equals(address))
                    held.put(NAT + address, Set.of(OvsdbTable.text(row.get("logical_ip"))));
        }
        Map<String, Set<String>> desired = desired(address, byNat ? NAT : "tcp ");
        if (held.equals(desired)) return Verdict.holds(desired.size() + (desired.size() == 1 ? " port" : " ports"));
        List<String> missing = new ArrayList<>(desired.keySet());
        missing.removeAll(held.keySet());
        String project = subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project());
        return Verdict.fails(
                missing.isEmpty() ? "OVN has " + text(held) : "OVN has nothing for " + String.join(", ", missing),
                "OVN's load balancer was removed or changed outside LXD, and LXD writes it only together with"
                        + " the " + subject.kind(),
                "create the " + subject.kind() + " again: lxc " + command() + " delete "
                        + ShellWords.quoted(subject.network()) + " " + address + project + " && mcnet apply");
    }

    private String command() {
        return IndexFile.shipped().kind(subject.kind()).orElseThrow().server().command();
    }

    private String address(Observation seen) {
        return seen.of(list()).value().valueStream().filter(l -> ListenerObjects.isCalled(subject.name(), l))
                .map(ListenerObjects::address).findFirst().orElse("");
    }

    private static Map<String, Set<String>> held(Answer balancers, String address) {
        Map<String, Set<String>> held = new LinkedHashMap<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(balancers)) {
            String name = OvsdbTable.text(row.get("name"));
            if (name.contains("-lb-" + address + "-"))
                OvsdbTable.map(row.get("vips")).forEach((vip, to) -> held
                        .put(name.replaceFirst(".*-", "") + " " + vip, new TreeSet<>(Arrays.asList(to.split(",")))));
        }
        return held;
    }

    private Map<String, Set<String>> desired(String address, String others) {
        Map<String, Set<String>> vips = new LinkedHashMap<>();
        ports.forEach(port -> vips.putAll(port.ends(address)));
        if (!rest.isEmpty()) vips.put(others + address, Set.of(rest));
        return vips;
    }

    private static String text(Map<String, Set<String>> held) {
        return held.entrySet().stream().map(e -> e.getKey() + " -> " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
    }
}
