package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.link.FanAddress;
import mcnet.link.Link;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvsFaults;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * A fan's bridge on this member is up, has the address that follows from the member's own, and its tunnel is up in it
 * ({@code lxd/network/driver_bridge.go setup}).
 */
public record FanInterfaceProbe(ResourceId subject, String member) implements Probe {

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
        for (String name : List.of(subject.name(), subject.name() + "-fan")) {
            Optional<Link> link = Link.of(seen, member, name);
            if (link.isEmpty())
                return Verdict.fails("no interface " + name + " on " + member, "it was removed by hand",
                        OvsFaults.restartServer(member, seen));
            if (!link.get().up())
                return Verdict.fails(name + " is down", "somebody switched the interface off",
                        "on " + member + ": ip link set " + ShellWords.quoted(name) + " up");
        }
        return addressed(seen);
    }

    private Verdict addressed(Observation seen) {
        JsonNode config = LxdNetworks.seen(subject, seen).map(n -> n.path("config")).orElseThrow();
        List<String> others = Link.of(seen, member).stream().filter(l -> !l.name().equals(subject.name()))
                .flatMap(l -> l.addresses().stream()).toList();
        Optional<String> own = FanAddress.of(config.path("fan.underlay_subnet").asText(),
                config.path("fan.overlay_subnet").asText(FanAddress.OVERLAY), others);
        if (own.isEmpty())
            return Verdict.fails(member + " has no address in " + config.path("fan.underlay_subnet").asText(),
                    "the member's address changed", "give it one there, or write another network: over");
        if (!Link.of(seen, member, subject.name()).orElseThrow().addresses().contains(own.get()))
            return Verdict.fails(subject.name() + " lacks " + own.get(), "somebody removed the address, or the member"
                    + " got another one", OvsFaults.restartServer(member, seen));
        return Verdict.holds(own.get());
    }
}
