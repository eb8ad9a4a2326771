package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.traffic.LxdPort;
import mcnet.model.KindName;
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

/**
 * OVN sends on what a forward says: the southbound database has a load balancer for the address with exactly these
 * ports ({@code lxd/network/driver_ovn.go loadBalancerCreate}: {@code lxd-netN-lb-ADDRESS-tcp}), and the router a row of
 * NAT for the rest where the server makes one ({@link ServerFacts#forwardsDefaultByNat}).
 *
 * @param rest where all else leads, or empty
 */
public record LoadBalancerProbe(ResourceId subject, List<LxdPort> ports, String rest) implements Probe {

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
        return Query
                .cluster(LxdNetworks.path(new ResourceId(KindName.NETWORK, subject.project(), "", subject.network()),
                        "/forwards?recursion=1"));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer balancers = seen.cluster(Ovn.BALANCERS);
        if (!balancers.ok()) return CommonFaults.southbound(balancers, seen);
        String address = address(seen);
        if (address.isEmpty()) return CommonFaults.lxd(Answer.failed(404, ""), subject);
        Map<String, String> held = new LinkedHashMap<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(balancers)) {
            String name = OvsdbTable.text(row.get("name"));
            if (name.contains("-lb-" + address + "-"))
                OvsdbTable.map(row.get("vips"))
                        .forEach((vip, to) -> held.put(name.replaceFirst(".*-", "") + " " + vip, to));
        }
        boolean byNat = !rest.isEmpty() && ServerFacts.of(seen).forwardsDefaultByNat();
        if (byNat) {
            Answer nats = seen.cluster(Ovn.NATS);
            if (!nats.ok()) return CommonFaults.northbound(nats, seen);
            for (Map<String, JsonNode> row : OvsdbTable.of(nats))
                if (OvsdbTable.text(row.get("type")).equals("dnat")
                        && OvsdbTable.text(row.get("external_ip")).equals(address))
                    held.put(NAT + address, OvsdbTable.text(row.get("logical_ip")));
        }
        Map<String, String> desired = desired(address, byNat ? NAT : "tcp ");
        if (held.equals(desired)) return Verdict.holds(desired.size() + (desired.size() == 1 ? " port" : " ports"));
        List<String> missing = new ArrayList<>(desired.keySet());
        missing.removeAll(held.keySet());
        String project = subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project());
        return Verdict.fails(
                missing.isEmpty() ? "OVN has " + held : "OVN has nothing for " + String.join(", ", missing),
                "OVN's load balancer was removed or changed outside LXD, and LXD writes it only together with"
                        + " the forward",
                "create the forward again: lxc network forward delete " + ShellWords.quoted(subject.network()) + " "
                        + address + project
                        + " && mcnet apply");
    }

    private String address(Observation seen) {
        for (JsonNode forward : seen.of(list()).value()) {
            String address = LxdPort.address(forward.path("listen_address").asText());
            boolean named = forward.path("config").path("user.mcnet.name").asText().equals(subject.name());
            if (named || address.equals(subject.name())) return address;
        }
        return "";
    }

    private Map<String, String> desired(String address, String others) {
        Map<String, String> vips = new LinkedHashMap<>();
        for (LxdPort port : ports) {
            List<String> outside = each(port.ports());
            List<String> inside = port.targetPorts().isEmpty() ? outside : each(port.targetPorts());
            for (int i = 0; i < outside.size(); i++)
                vips.put(port.protocol() + " " + at(address, outside.get(i)),
                        at(port.target(), inside.size() == 1 ? inside.getFirst() : inside.get(i)));
        }
        if (!rest.isEmpty()) vips.put(others + address, rest);
        return vips;
    }

    private static String at(String address, String port) {
        return (address.contains(":") ? "[" + address + "]" : address) + ":" + port;
    }

    /** Ranges one by one. */
    private static List<String> each(List<String> ports) {
        List<String> all = new ArrayList<>();
        for (String port : ports) {
            String[] ends = port.split("-");
            for (int i = Integer.parseInt(ends[0]); i <= Integer.parseInt(ends[ends.length - 1]); i++)
                all.add(Integer.toString(i));
        }
        return all;
    }
}
