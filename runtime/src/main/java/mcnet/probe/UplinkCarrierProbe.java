package mcnet.probe;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.link.Link;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The uplink's NIC on this member is up and has a carrier. LXD switches the NIC on with the first OVN network on it
 * ({@code lxd/network/driver_ovn.go startUplinkPort}), so that of an unused uplink may be down.
 */
public record UplinkCarrierProbe(ResourceId subject, String member) implements Probe {

    @Override
    public String claim() {
        return "NIC has a carrier on " + member;
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(uplink(), LxdNetworks.list(), Query.member(member, Ovn.LINKS));
    }

    private Query uplink() {
        return Query.member(member, LxdNetworks.on(member, subject));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer uplink = seen.of(uplink());
        if (!uplink.ok()) return CommonFaults.lxd(uplink, subject);
        // A bridge that LXD manages can be an uplink too: its interface has the network's name.
        String nic = uplink.value().path("type").asText().equals("physical")
                ? uplink.value().path("config").path("parent").asText()
                : subject.name();
        Answer links = seen.member(member, Ovn.LINKS);
        if (!links.ok())
            return Verdict.fails(links.error(), "the member could not list its interfaces",
                    "try it on " + member + ": ip address");
        Optional<Link> link = Link.of(seen, member, nic);
        if (link.isEmpty())
            return Verdict.fails("no interface " + nic + " on " + member,
                    "it was renamed or removed, or its driver failed",
                    "see on " + member + ": ip link; dmesg | grep " + ShellWords.quoted(nic));
        if (!link.get().up() && !UplinkBridgeProbe.isUsed(subject, seen)) return Verdict.holds("no network on it yet");
        if (!link.get().up())
            return Verdict.fails(nic + " is down", "somebody switched the interface off",
                    "on " + member + ": ip link set " + ShellWords.quoted(nic) + " up");
        if (!link.get().carrier())
            return Verdict.fails(nic + " has no carrier", "its cable is unplugged, or the port of the switch is off",
                    "check the cable and the switch's port, then run on " + member + ": ip link show "
                            + ShellWords.quoted(nic));
        return Verdict.holds(nic);
    }
}
