package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.module.PlanningContext;
import mcnet.module.StepBuilder;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;

/**
 * Networks that a changed uplink leaves as they were. LXD hands on its resolvers and its ingress mode, and nothing else,
 * until the network itself changes ({@code lxd/network/driver_ovn.go handleDependencyChange}): routers keep their
 * addresses, and their way out leads to the gateway that was.
 */
public final class StaleNetworks {
    private static final List<String> GATEWAYS = List.of("ipv4.gateway", "ipv6.gateway");
    private static final List<String> ADDRESSES = List.of("ipv4.ranges", "ipv6.ranges", "mtu");

    private StaleNetworks() {}

    /** What stays as it was, and what to do about it. */
    public static List<Diagnostic> behind(Change uplink, PlanningContext now) {
        UplinkNetworks networks = new UplinkNetworks(uplink.id().name(), now);
        List<Diagnostic> stale = new ArrayList<>();
        if (!changed(uplink, ADDRESSES).isEmpty() && !networks.all().isEmpty())
            stale.add(warning(uplink, networks.all().keySet(), changed(uplink, ADDRESSES))
                    .why("LXD updates existing networks only for new resolvers and a new ingress mode; their"
                            + " routers keep"
                            + " their addresses until the networks themselves change")
                    .fix("write the new address in each: ipv4 { outside = … }"));
        SequencedMap<ResourceId, JsonNode> others = networks.ofOthers();
        if (!changed(uplink, GATEWAYS).isEmpty() && !others.isEmpty())
            stale.add(warning(uplink, others.keySet(), changed(uplink, GATEWAYS))
                    .why("LXD updates existing networks only for new resolvers and a new ingress mode; traffic"
                            + " from these networks goes to the old gateway until they change, and this program"
                            + " does not manage them")
                    .fix("inform their owners; each network is updated by: " + others.entrySet().stream()
                            .map(n -> NorthboundRewrite.of(n.getKey(), n.getValue()).commands())
                            .collect(Collectors.joining("; "))));
        if (!interrupted(uplink).isEmpty() && !networks.kept().isEmpty())
            stale.add(Diagnostic.warning("MC0850", "networks of " + uplink.id()
                    + " may not have its gateway yet: "
                    + networks.kept().keySet().stream().map(ResourceId::title).collect(Collectors.joining(", ")),
                    new Label(uplink.span(), "has " + String.join(", ", interrupted(uplink)) + " already"))
                    .why("the mark does not record that the networks were updated; an apply stopped before"
                            + " that, or the gateway was set outside mcnet")
                    .fix("run apply: it updates them"));
        return stale;
    }

    /**
     * Lets LXD write the program's networks anew, after all else that is done to them, and then completes the mark.
     *
     * @return nothing where no network has to be told
     */
    public static List<Step> renewals(Change uplink, PlanningContext now, Set<String> after) {
        List<Step> steps = new ArrayList<>();
        SequencedMap<ResourceId, JsonNode> kept = new UplinkNetworks(uplink.id().name(), now).kept();
        if (kept.isEmpty() || changed(uplink, GATEWAYS).isEmpty() && interrupted(uplink).isEmpty()) return steps;
        Set<String> previous = new LinkedHashSet<>(after);
        kept.forEach((id, network) -> {
            Step step = NorthboundRewrite.afterwards(id, network, now).after(uplink, now).after(Set.copyOf(previous))
                    .needs(Set.of(id))
                    .interrupts("connections of " + id + " with the outside, while its gateway changes")
                    .undo("put back the gateway of " + uplink.id()).step();
            previous.add(step.id());
            steps.add(step);
        });
        DesiredResource desired = uplink.desired().orElseThrow();
        String description = PlannedUplink.value(Optional.of(desired.declaration()),
                LxdNetworks.seen(uplink.id(), now.seen()), LxdConfig.DESCRIPTION, LxdConfig.DESCRIPTION);
        steps.add(StepBuilder.on(uplink, now.lead(), "mark " + uplink.id())
                .patch(LxdNetworks.path(uplink.id()),
                        LxdConfig.body(desired.mark(now.program().name()).config(), description), new LinkedHashMap<>())
                .after(Set.copyOf(previous)).needs(kept.keySet())
                .undo("only the mark changes").step());
        return steps;
    }

    /**
     * The mark of a changed uplink while its networks are told: of gateways that change it says what it said before, so that
     * an apply that ends in between leaves a difference to the next plan.
     */
    public static Mark unfinished(Change uplink, PlanningContext now) {
        Mark whole = uplink.desired().orElseThrow().mark(now.program().name());
        Set<String> told = new TreeSet<>(whole.keys());
        Stream.concat(changed(uplink, GATEWAYS).stream(), interrupted(uplink).stream())
                .filter(gateway -> !told.remove(gateway)).forEach(told::add);
        return whole.telling(told);
    }

    /** Gateways that are as declared on an uplink of ours whose mark does not say so: an apply ended before its renewals. */
    private static List<String> interrupted(Change uplink) {
        if (uplink.found().flatMap(ObservedResource::mark).isEmpty()) return List.of();
        return uplink.differences().stream().filter(d -> !d.changes()).map(d -> d.field().attribute())
                .filter(GATEWAYS::contains).toList();
    }

    private static List<String> changed(Change uplink, List<String> paths) {
        return paths.stream().filter(path -> !uplink.of(path).isEmpty()).toList();
    }

    private static Diagnostic warning(Change uplink, Collection<ResourceId> networks, List<String> changed) {
        return Diagnostic.warning("MC0744", "these networks are not updated for the change of " + uplink.id() + ": "
                + networks.stream().map(ResourceId::title).collect(Collectors.joining(", ")),
                new Label(uplink.span(), "changes " + String.join(", ", changed)));
    }
}
