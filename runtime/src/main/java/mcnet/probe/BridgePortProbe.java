package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.link.Link;
import mcnet.lxd.nic.Nics;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The NIC of a running instance is a port of the bridge on its member ({@code lxd/device/nic_bridged.go Start}, which
 * notes the interface in {@code volatile.NIC.host_name}). A bridge of Open vSwitch has no ports that the kernel shows.
 *
 * @param bridge the network that the file names
 * @param members all of them
 */
public record BridgePortProbe(ResourceId subject, String nic, String bridge, List<String> members) implements Probe {

    @Override
    public String claim() {
        return nic + " is plugged in";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(Nics.instance(subject)));
        String location = known.of(Nics.instance(subject)).value().path("location").asText();
        if (members.contains(location)) queries.add(Query.member(location, Ovn.LINKS));
        return queries;
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer instance = seen.of(Nics.instance(subject));
        if (!instance.ok()) return CommonFaults.lxd(instance, subject);
        JsonNode there = instance.value();
        if (!there.path("status").asText().equals("Running")) return Verdict.holds("the instance is stopped");
        String member = there.path("location").asText();
        if (!members.contains(member))
            return Verdict.unknown("it runs on " + member,
                    "mcnet verify, when " + member + " is available");
        String name = there.path("config").path("volatile." + nic + ".host_name").asText();
        Answer links = seen.member(member, Ovn.LINKS);
        if (!links.ok())
            return Verdict.fails(links.error(), "the member could not list its interfaces",
                    "try it on " + member + ": ip address");
        Optional<Link> port = Link.of(seen, member, name);
        if (port.isEmpty())
            return Verdict.fails("no interface " + (name.isEmpty() ? "of its" : name) + " on " + member,
                    "it was removed by hand, and the server creates it only when the NIC is added",
                    CommonFaults.restart(subject));
        if (port.get().master().equals(bridge) || port.get().master().equals("ovs-system"))
            return Verdict.holds(name + " in " + bridge);
        return Verdict.fails(name + " is not in " + bridge, "somebody took it out",
                "on " + member + ": ip link set " + ShellWords.quoted(name) + " master " + ShellWords.quoted(bridge));
    }
}
