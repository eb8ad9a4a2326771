package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * The interface that each network outside of OVN holds on each member, its {@code parent}. LXD gives an interface to a
 * second one only where both have VLANs, and other ones ({@code lxd/network/driver_physical.go checkParentUse}); it looks
 * when the network is created on a member, where half of the others may have theirs.
 */
public final class ParentInterfaces {
    private static final Set<String> TYPES = Set.of("physical", "macvlan", "sriov");

    private ParentInterfaces() {}

    /** What each of them holds on a member is asked of the member; only where an uplink is to get an interface. */
    public static List<Query> queries(PlanningContext now) {
        if (now.program().ofKind(KindName.UPLINK).noneMatch(u -> gets(u, now))) return List.of();
        List<Query> queries = new ArrayList<>();
        for (JsonNode network : others(now))
            for (String member : now.members()) queries.add(asked(network, member));
        return queries;
    }

    private static boolean gets(Declaration uplink, PlanningContext now) {
        ResourceId id = new ResourceId(KindName.UPLINK, uplink.name());
        if (LxdNetworks.seen(id, now.seen()).isEmpty()) return true;
        return now.members().stream().anyMatch(m -> uplink.setting("nic", m).filter(nic -> !nic.value().text()
                .equals(LxdConfig.of(now.seen().member(m, LxdNetworks.on(m, id)).value()).get("parent"))).isPresent());
    }

    /** Those that stay beside what the program declares. */
    private static List<JsonNode> others(PlanningContext now) {
        return now.seen().of(LxdNetworks.list()).value().valueStream()
                .filter(n -> n.path("managed").asBoolean() && TYPES.contains(n.path("type").asText()))
                .filter(n -> now.program().find(KindName.UPLINK, n.path("name").asText()).isEmpty() && !leaves(n, now))
                .toList();
    }

    private static boolean leaves(JsonNode network, PlanningContext now) {
        return Mark.of(LxdConfig.of(network)).filter(m -> m.program().equals(now.program().name())).isPresent();
    }

    private static Query asked(JsonNode network, String member) {
        return Query.member(member,
                LxdNetworks.on(member, new ResourceId(KindName.UPLINK, network.path("name").asText())));
    }

    /** Networks that hold the interface of an uplink already. */
    public static List<Diagnostic> taken(Declaration uplink, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (JsonNode other : others(now)) {
            List<String> members = now.members().stream().filter(m -> holds(other, m, uplink, now)).toList();
            if (!members.isEmpty()) obstacles.add(obstacle(uplink, other, members));
        }
        return obstacles;
    }

    private static boolean holds(JsonNode other, String member, Declaration uplink, PlanningContext now) {
        Map<String, String> config = LxdConfig.of(now.seen().of(asked(other, member)).value());
        String nic = nic(uplink, member);
        String vlan = vlan(uplink);
        String theirs = config.getOrDefault("vlan", "");
        return !nic.isEmpty() && nic.equals(config.get("parent"))
                && (vlan.isEmpty() || theirs.isEmpty() || vlan.equals(theirs));
    }

    private static String vlan(Declaration uplink) {
        return uplink.setting("vlan").map(v -> v.value().text()).orElse("");
    }

    private static Diagnostic obstacle(Declaration uplink, JsonNode other, List<String> members) {
        String name = other.path("name").asText();
        SequencedMap<String, List<String>> held = new LinkedHashMap<>();
        for (String member : members) held.computeIfAbsent(nic(uplink, member), _ -> new ArrayList<>()).add(member);
        String vlan = LxdConfig.of(other).getOrDefault("vlan", "");
        return Diagnostic
                .error("MC0707", "interface " + held.firstEntry().getKey() + " is already used by network " + name,
                        new Label(uplink.setting("nic", members.getFirst()).orElseThrow().value().span(), name
                                + " holds " + held.entrySet().stream()
                                        .map(e -> e.getKey() + " on " + String.join(", ", e.getValue()))
                                        .collect(Collectors.joining("; "))))
                .why("LXD allows a second network on an interface only if each network has its own VLAN, and "
                        + (vlan.isEmpty() ? name + " has none" : name + " has VLAN " + vlan))
                .fix(other.path("type").asText().equals("physical")
                        ? "use that uplink: existing uplink " + name + ", and uplink = " + name
                                + " in the networks; or manage it: declare uplink " + name
                                + " as mcnet import prints it, and apply with --adopt"
                        : "use another interface");
    }

    private static String nic(Declaration uplink, String member) {
        return uplink.setting("nic", member).map(n -> n.value().text()).orElse("");
    }
}
