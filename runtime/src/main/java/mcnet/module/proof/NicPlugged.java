package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.ShellWords;
import mcnet.module.Paths;
import mcnet.module.Projects;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The NIC of a running instance is a port of OVN, with its fixed address
 * ({@code lxd/network/driver_ovn.go getInstanceDevicePortName}: {@code lxd-netN-instance-UUID-NIC}).
 *
 * @param address as the file says; empty: the server chooses
 */
public record NicPlugged(ResourceId subject, String nic, String address) implements Proof {

    @Override
    public String claim() {
        return nic + " is plugged in";
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(instance(), new Asked(Place.CLUSTER, Ovn.PORTS));
    }

    private Asked instance() {
        return Asked.cluster(Projects.in(subject.project(), "/1.0/instances/" + Paths.encode(subject.name())));
    }

    @Override
    public Verdict judge(Observed seen) {
        Answer instance = seen.of(instance());
        if (!instance.ok()) return Faults.lxd(instance, subject);
        if (!instance.value().path("status").asText().equals("Running"))
            return Verdict.holds("the instance is stopped");
        Answer ports = seen.cluster(Ovn.PORTS);
        if (!ports.ok()) return Faults.southbound(ports, seen);
        String end = "-instance-" + instance.value().path("config").path("volatile.uuid").asText() + "-" + nic;
        for (Map<String, JsonNode> row : Rows.of(ports)) {
            if (!Rows.text(row.get("logical_port")).endsWith(end)) continue;
            boolean there = address.isEmpty()
                    || row.get("mac").toString().replaceAll("[\\[\\]\",]", " ").contains(" " + address + " ");
            if (there) return Verdict.holds(address.isEmpty() ? "a port of OVN" : address);
            return Verdict.fails("OVN has " + row.get("mac"), "LXD tells OVN of an address when the NIC is plugged in",
                    restart());
        }
        return Verdict.fails("OVN has no port for it",
                "it was removed from the northbound database, and LXD makes it when the NIC is plugged in", restart());
    }

    private String restart() {
        return "lxc restart " + ShellWords.quoted(subject.name())
                + (subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project()));
    }
}
