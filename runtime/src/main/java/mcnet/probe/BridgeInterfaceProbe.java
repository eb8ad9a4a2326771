package mcnet.probe;

import java.util.List;
import java.util.stream.Stream;
import mcnet.link.Link;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.observe.Observation;
import mcnet.observe.Query;
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
        return InterfaceFaults.queries(member);
    }

    @Override
    public Verdict judge(Observation seen) {
        String name = subject.name();
        return InterfaceFaults.unknown(subject, member, seen)
                .or(() -> InterfaceFaults.off(name, member, switchOn(name, seen), seen))
                .orElseGet(() -> addressed(Link.of(seen, member, name).orElseThrow(), seen));
    }

    private Verdict addressed(Link link, Observation seen) {
        List<String> missing = addresses(seen).filter(a -> !link.addresses().contains(a)).toList();
        if (!missing.isEmpty())
            return Verdict.fails(link.name() + " lacks " + String.join(", ", missing), "somebody removed the address",
                    OvsFaults.restartServer(member, seen));
        return Verdict.holds(String.join(", ", link.addresses()));
    }

    /** Linux takes the IPv6 addresses of an interface that is switched off, and only LXD sets them again. */
    private String switchOn(String name, Observation seen) {
        return addresses(seen).anyMatch(address -> address.contains(":"))
                ? OvsFaults.restartServer(member, seen)
                : InterfaceFaults.linkUp(name, member);
    }

    private Stream<String> addresses(Observation seen) {
        return LxdNetworks.seen(subject, seen).map(LxdConfig::of).stream()
                .flatMap(config -> Stream.of("ipv4.address", "ipv6.address").map(k -> config.getOrDefault(k, "none")))
                .filter(address -> !address.isEmpty() && !address.equals("none"))
                .map(address -> Ip.read(address.replaceFirst("/.*", "")).toCanonicalString());
    }
}
