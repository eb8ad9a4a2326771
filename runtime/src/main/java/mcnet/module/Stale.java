package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;

/**
 * Networks that a changed uplink leaves as they were. LXD hands on its resolvers and its ingress mode, and nothing else,
 * until the network itself changes ({@code lxd/network/driver_ovn.go handleDependencyChange}): routers keep their
 * addresses, and their way out leads to the gateway that was.
 */
public final class Stale {
    private static final List<String> GATEWAYS = List.of("ipv4.gateway", "ipv6.gateway");
    private static final List<String> ADDRESSES = List.of("ipv4.ranges", "ipv6.ranges", "mtu");

    private Stale() {}

    /** What stays as it was, and what to do about it. */
    public static List<Diagnostic> behind(Change uplink, Situation now) {
        UplinkNetworks networks = new UplinkNetworks(uplink.id().name(), now);
        List<Diagnostic> stale = new ArrayList<>();
        if (!changed(uplink, ADDRESSES).isEmpty() && !networks.all().isEmpty())
            stale.add(warning(uplink, networks.all().keySet(), changed(uplink, ADDRESSES))
                    .why("LXD tells existing networks of new resolvers and of the ingress mode only; their routers keep"
                            + " their addresses until the networks themselves change")
                    .fix("say the new address in each: ipv4 { outside = … }"));
        SequencedMap<ResourceId, JsonNode> others = networks.ofOthers();
        if (!changed(uplink, GATEWAYS).isEmpty() && !others.isEmpty())
            stale.add(warning(uplink, others.keySet(), changed(uplink, GATEWAYS))
                    .why("LXD tells existing networks of new resolvers and of the ingress mode only; what leaves these"
                            + " goes to the old gateway until they change, and they are not this program's")
                    .fix("tell whose they are; each network follows by: " + others.entrySet().stream()
                            .map(n -> Rewriting.of(n.getKey(), n.getValue()).commands())
                            .collect(Collectors.joining("; "))));
        return stale;
    }

    /** Lets LXD write the program's networks anew, after all else that is done to them. */
    public static List<Step> renewals(Change uplink, Situation now, Set<String> after) {
        List<Step> steps = new ArrayList<>();
        if (changed(uplink, GATEWAYS).isEmpty()) return steps;
        Set<String> previous = new LinkedHashSet<>(after);
        new UplinkNetworks(uplink.id().name(), now).kept().forEach((id, network) -> {
            Step step = Rewriting.afterwards(id, network, now).after(uplink, now).after(Set.copyOf(previous))
                    .needs(Set.of(id))
                    .interrupts("connections of " + id + " with the outside, while its way out moves")
                    .undo("put back the gateway of " + uplink.id()).step();
            previous.add(step.id());
            steps.add(step);
        });
        return steps;
    }

    private static List<String> changed(Change uplink, List<String> paths) {
        return paths.stream().filter(path -> !uplink.of(path).isEmpty()).toList();
    }

    private static Diagnostic warning(Change uplink, Collection<ResourceId> networks, List<String> changed) {
        return Diagnostic.warning("MC0744", "networks keep what they have of " + uplink.id() + ": "
                + networks.stream().map(ResourceId::title).collect(Collectors.joining(", ")),
                new Label(uplink.span(), "changes " + String.join(", ", changed)));
    }
}
