package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.lxd.LxdNetworks;
import mcnet.model.KindName;
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
 * No other router has the network's addresses outside on the same uplink. LXD gives each its own, but takes without a
 * question what somebody writes into {@code volatile.network.ipv4.address}; OVN is asked, which has all projects'.
 */
public record UniqueRouterAddressProbe(ResourceId subject) implements Probe {
    private static final String EXTERNAL = "-lr-lrp-ext";

    @Override
    public String claim() {
        return "outside address is unique";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(LxdNetworks.list(), LxdNetworks.list(subject.project()),
                new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS),
                new Query(QueryTarget.CLUSTER, Ovn.SWITCH_PORTS));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer ports = seen.cluster(Ovn.ROUTER_PORTS);
        if (!ports.ok()) return CommonFaults.northbound(ports, seen);
        Optional<String> router = Routers.name(subject, seen);
        if (router.isEmpty()) return CommonFaults.lost("OVN has no router of " + subject, subject, seen);
        List<String> own = Routers.addresses(router.get() + EXTERNAL, seen);
        List<String> taken = new ArrayList<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(ports)) {
            String port = OvsdbTable.text(row.get("name"));
            String other = port.replace(EXTERNAL, "");
            if (!port.endsWith(EXTERNAL) || other.equals(router.get())) continue;
            if (!uplink(other, seen).equals(uplink(router.get(), seen))) continue;
            Routers.addresses(port, seen).stream().filter(own::contains)
                    .forEach(address -> taken.add(address + " is " + holder(other, seen) + "'s too"));
        }
        if (taken.isEmpty()) return Verdict.holds(own.isEmpty() ? "it has none" : String.join(" ", own));
        String family = taken.stream().allMatch(t -> t.substring(0, t.indexOf(' ')).contains(":")) ? "ipv6" : "ipv4";
        return Verdict.fails(String.join(", ", taken),
                "two networks have the same outside address, so answers reach only one of them",
                "write another in the file: network " + subject.name() + " { " + family
                        + " { outside = ADDRESS } }, and apply; the networks that share it: lxc network list"
                        + " --all-projects (older servers: of each project), volatile.network." + family + ".address");
    }

    /** The other network as people call it, where one that is known has the address; else its router. */
    private String holder(String router, Observation seen) {
        return Stream.of("", subject.project()).distinct().flatMap(project -> seen.of(LxdNetworks.list(project)).value()
                .valueStream().map(n -> new ResourceId(KindName.NETWORK, project, "", n.path("name").asText())))
                .filter(id -> !id.equals(subject))
                .filter(id -> Routers.name(id, seen).filter(router::equals).isPresent())
                .findFirst().map(ResourceId::toString).orElse(router);
    }

    /** The network outside that a router's switch leads to. */
    private static String uplink(String router, Observation seen) {
        return OvsdbTable.of(seen.cluster(Ovn.SWITCH_PORTS)).stream()
                .filter(r -> OvsdbTable.text(r.get("name")).equals(router + "-ls-ext-lsp-provider"))
                .map(r -> OvsdbTable.map(r.get("options")).getOrDefault("network_name", "")).findFirst().orElse("");
    }
}
