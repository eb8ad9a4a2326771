package mcnet.probe;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.ShellWords;
import mcnet.link.Link;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvsFaults;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The bridge's interface on this member is up and has the addresses that LXD knows
 * ({@code lxd/network/driver_bridge.go setup}).
 */
public record BridgeInterfaceProbe(ResourceId subject, String member) implements Probe {

    @Override
    public String claim() {
        return "interface up on " + member;
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(LxdNetworks.list(), Query.member(member, Ovn.LINKS));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer networks = seen.of(LxdNetworks.list());
        if (!networks.ok()) return CommonFaults.lxd(networks, subject);
        Answer links = seen.member(member, Ovn.LINKS);
        if (!links.ok())
            return Verdict.fails(links.error(), "the member could not list its interfaces",
                    "try it on " + member + ": ip address");
        String name = subject.name();
        Optional<Link> link = Link.of(seen, member, name);
        if (link.isEmpty())
            return Verdict.fails("no interface " + name + " on " + member, "it was removed by hand",
                    OvsFaults.restartServer(member, seen));
        if (!link.get().up())
            return Verdict.fails(name + " is down", "somebody switched the interface off", switchOn(name, seen));
        List<String> missing = addresses(seen).filter(a -> !link.get().addresses().contains(a)).toList();
        if (!missing.isEmpty())
            return Verdict.fails(name + " lacks " + String.join(", ", missing), "somebody removed the address",
                    OvsFaults.restartServer(member, seen));
        return Verdict.holds(String.join(", ", link.get().addresses()));
    }

    /** Linux takes the IPv6 addresses of an interface that is switched off, and only LXD sets them again. */
    private String switchOn(String name, Observation seen) {
        return addresses(seen).anyMatch(address -> address.contains(":"))
                ? OvsFaults.restartServer(member, seen)
                : "on " + member + ": ip link set " + ShellWords.quoted(name) + " up";
    }

    private Stream<String> addresses(Observation seen) {
        return LxdNetworks.seen(subject, seen).map(LxdConfig::of).stream()
                .flatMap(config -> Stream.of("ipv4.address", "ipv6.address").map(k -> config.getOrDefault(k, "none")))
                .filter(address -> !address.isEmpty() && !address.equals("none"))
                .map(address -> Ip.read(address.replaceFirst("/.*", "")).toCanonicalString());
    }
}
