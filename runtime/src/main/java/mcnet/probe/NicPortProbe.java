package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import mcnet.lxd.nic.Nics;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The NIC of a running instance is a port of OVN, with its fixed address
 * ({@code lxd/network/driver_ovn.go getInstanceDevicePortName}: {@code lxd-netN-instance-UUID-NIC}).
 *
 * @param address as the file says; empty: the server chooses
 */
public record NicPortProbe(ResourceId subject, String nic, String address) implements Probe {

    @Override
    public String claim() {
        return nic + " is plugged in";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(Nics.instance(subject), new Query(QueryTarget.CLUSTER, Ovn.PORTS));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer instance = seen.of(Nics.instance(subject));
        if (!instance.ok()) return CommonFaults.lxd(instance, subject);
        if (!instance.value().path("status").asText().equals("Running"))
            return Verdict.holds("the instance is stopped");
        Answer ports = seen.cluster(Ovn.PORTS);
        if (!ports.ok()) return CommonFaults.southbound(ports, seen);
        String end = "-instance-" + instance.value().path("config").path("volatile.uuid").asText() + "-" + nic;
        for (Map<String, JsonNode> row : OvsdbTable.of(ports)) {
            if (!OvsdbTable.text(row.get("logical_port")).endsWith(end)) continue;
            boolean there = address.isEmpty()
                    || row.get("mac").toString().replaceAll("[\\[\\]\",]", " ").contains(" " + address + " ");
            if (there) return Verdict.holds(address.isEmpty() ? "a port of OVN" : address);
            return Verdict.fails("OVN has " + row.get("mac"), "LXD sends the address to OVN only when the NIC"
                    + " is added",
                    CommonFaults.restart(subject));
        }
        return Verdict.fails("OVN has no port for it",
                "it was removed from the northbound database, and LXD creates it only when the NIC is"
                        + " added",
                CommonFaults.restart(subject));
    }
}
