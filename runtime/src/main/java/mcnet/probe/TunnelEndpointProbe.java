package mcnet.probe;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.link.Link;
import mcnet.lxd.server.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvsFaults;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The member's tunnels end at an address that it has, and the southbound database says the same of its chassis, whether
 * or not the file declares an underlay.
 */
public record TunnelEndpointProbe(ResourceId subject, String member) implements Probe {

    @Override
    public String claim() {
        return "tunnels use its own address";
    }

    @Override
    public List<Query> queries(Observation known) {
        return new ArrayList<>(List.of(Ovn.externalIds(member), Query.member(member, Ovn.LINKS),
                new Query(QueryTarget.CLUSTER, Ovn.ENCAPS), new Query(QueryTarget.CLUSTER, Ovn.CHASSIS)));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer ids = seen.of(Ovn.externalIds(member));
        if (!ids.ok()) return OvsFaults.silent(ids, member, seen);
        Answer encaps = seen.cluster(Ovn.ENCAPS);
        if (!encaps.ok()) return CommonFaults.southbound(encaps, seen);
        String address = Ovn.externalIds(seen, member).getOrDefault("ovn-encap-ip", "");
        if (address.isEmpty())
            return Verdict.fails("it has none",
                    "external_ids:ovn-encap-ip is not set, so the member is not a chassis of OVN",
                    "declare an underlay and apply, or on " + member
                            + ": ovs-vsctl set open_vswitch . external_ids:ovn-encap-ip=ADDRESS");
        List<Link> links = Link.of(seen, member);
        if (!links.isEmpty() && links.stream().noneMatch(l -> l.addresses().contains(address)))
            return Verdict.fails(member + " does not have " + address,
                    "external_ids:ovn-encap-ip was changed, or the address was removed from the interface",
                    "add the address to its interface again, or on " + member
                            + ": ovs-vsctl set open_vswitch . external_ids:ovn-encap-ip=ADDRESS (it has "
                            + String.join(", ", links.stream().flatMap(l -> l.addresses().stream()).toList()) + ")");
        return fault(member, address, seen).orElse(Verdict.holds(address));
    }

    /** Why the southbound database does not have this address for the member's chassis. */
    static Optional<Verdict> fault(String member, String address, Observation seen) {
        String chassis = Ovn.systemId(seen, member);
        Optional<String> encap = Ovn.encap(seen, chassis);
        if (encap.filter(address::equals).isPresent()) return Optional.empty();
        Optional<String> holder = Ovn.holder(seen, address);
        if (holder.isPresent())
            return Optional.of(Verdict.fails("chassis " + holder.get() + " has " + address,
                    "a stale chassis, or another machine, has the address, and each address must be unique in"
                            + " the southbound database",
                    "if no machine has that name any more: ovn-sbctl"
                            + " chassis-del " + ShellWords.quoted(holder.get())));
        String held = Ovn.externalIds(seen, member).getOrDefault("ovn-encap-ip", "");
        if (!held.equals(address))
            return Optional.of(Verdict.fails("southbound has " + encap.orElse("no such chassis"),
                    "external_ids:ovn-encap-ip on " + member + " is " + (held.isEmpty() ? "not set" : held)
                            + ": it was changed outside mcnet",
                    "mcnet apply, or on " + member + ": ovs-vsctl set open_vswitch . external_ids:ovn-encap-ip="
                            + address));
        return Optional.of(Verdict.fails(
                encap.map(ip -> "southbound has " + ip).orElse("southbound does not know chassis " + chassis),
                "ovn-controller on " + member + " has not registered it: it does not run, hangs, or was told to"
                        + " leave",
                "on " + member + ": " + ServiceCommands.of(seen).startController()));
    }
}
