package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Optional;
import mcnet.link.FanAddress;
import mcnet.link.Link;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Observation;
import mcnet.observe.Query;
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
        return InterfaceFaults.queries(member);
    }

    @Override
    public Verdict judge(Observation seen) {
        return InterfaceFaults.unknown(subject, member, seen).or(() -> off(subject.name(), seen))
                .or(() -> off(subject.name() + "-fan", seen)).orElseGet(() -> addressed(seen));
    }

    private Optional<Verdict> off(String name, Observation seen) {
        return InterfaceFaults.off(name, member, InterfaceFaults.linkUp(name, member), seen);
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
