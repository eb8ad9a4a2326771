package mcnet.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.MemberAvailability;
import mcnet.lxd.project.Projects;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.ovn.Routers;
import mcnet.plan.ResourceId;
import mcnet.probe.ControllerProbe;

/**
 * The state of what a program declares or calls existing, or of all that a cluster has. Members are counted as the cluster
 * counts them, whatever a file says. Pure: it asks and reads answers.
 *
 * @param notes what else is not as it should be, one sentence each
 */
public record Status(List<NetworkLine> networks, List<MemberLine> members, List<String> notes) {

    /**
     * A network.
     *
     * @param outside the router's addresses on the uplink
     * @param gateway the member where the router is at work, or why it is nowhere
     * @param next the members that would take it over, the first one first
     * @param created members on which LXD says Created, of how many
     */
    public record NetworkLine(String name, String outside, String gateway, String next, String created) {}

    /**
     * A member.
     *
     * @param state as LXD says it, {@code online}
     * @param controller how its ovn-controller is
     * @param tunnels up of how many
     * @param encap the address where they end
     * @param bridges the uplinks it has plugged in, as {@code uplink:bridge}
     */
    public record MemberLine(String name, String state, String controller, String tunnels, String encap,
            String bridges) {}

    private static final String MEMBERS = "/1.0/cluster/members?recursion=1";
    private static final String SERVER = "/1.0";
    private static final String NOT_ASKED = "not asked";

    /**
     * All that must be asked; again with the answers, until it names nothing new.
     *
     * @param now whole: all networks of the cluster are shown
     */
    public static List<Query> queries(PlanningContext now) {
        List<Query> queries = new ArrayList<>(List.of(Projects.LIST, Query.cluster(MEMBERS)));
        for (String project : Projects.of(now)) queries.add(LxdNetworks.list(project));
        SequencedSet<String> roster = roster(now);
        for (ResourceId network : networks(now)) {
            queries.add(Query.cluster(LxdNetworks.path(network, "/state")));
            for (String member : roster)
                if (MemberAvailability.offline(member, now.seen()).isEmpty()) queries.add(on(member, network, now));
        }
        for (String member : now.members()) {
            queries.add(Ovn.externalIds(member));
            queries.add(Query.member(member, Ovn.INTERFACES));
            queries.add(Query.member(member, Ovn.CONTROLLER));
        }
        queries.addAll(List.of(Query.cluster(SERVER), new Query(QueryTarget.CLUSTER, Ovn.CHASSIS),
                new Query(QueryTarget.CLUSTER, Ovn.ROUTER_PORTS), new Query(QueryTarget.CLUSTER, Ovn.CHASSIS_GROUPS),
                new Query(QueryTarget.CLUSTER, Ovn.RANKS)));
        queries.addAll(BackendHealth.queries(networks(now), now));
        return queries;
    }

    public static Status of(PlanningContext now) {
        return new Status(networks(now).stream().map(n -> network(n, now)).toList(),
                roster(now).stream().map(m -> member(m, now)).toList(),
                Stream.concat(NorthboundSetting.notes(now).stream(),
                        BackendHealth.notes(networks(now), now).stream()).toList());
    }

    /** The cluster's members, and those of the file that it does not have. */
    private static SequencedSet<String> roster(PlanningContext now) {
        SequencedSet<String> all = new LinkedHashSet<>(now.declared());
        now.seen().cluster(MEMBERS).value().valueStream().map(m -> m.path("server_name").asText()).sorted()
                .forEach(all::add);
        return all;
    }

    private static SequencedSet<ResourceId> networks(PlanningContext now) {
        if (now.whole()) return LxdNetworks.ours(now);
        SequencedSet<ResourceId> declared = new LinkedHashSet<>();
        now.program().all(KindName.NETWORK)
                .forEach(d -> declared.add(new ResourceId(KindName.NETWORK, d.inside().project(), "", d.name())));
        now.program().existing(KindName.NETWORK).forEach(d -> declared.add(new ResourceId(KindName.NETWORK, d.name())));
        return declared;
    }

    /** Members that can be asked tell of themselves; of the others the first one tells. */
    private static Query on(String member, ResourceId network, PlanningContext now) {
        String path = LxdNetworks.on(member, network);
        return now.members().contains(member) ? Query.member(member, path) : Query.cluster(path);
    }

    private static NetworkLine network(ResourceId id, PlanningContext now) {
        Observation seen = now.seen();
        SequencedSet<String> roster = roster(now);
        JsonNode config = LxdNetworks.seen(id, seen).map(n -> n.path("config")).orElse(null);
        if (config == null) return new NetworkLine(id.title(), "", "not on the cluster", "", "0 of " + roster.size());
        List<String> outside = new ArrayList<>();
        for (String family : List.of("ipv4", "ipv6")) {
            String address = config.path("volatile.network." + family + ".address").asText();
            if (!address.isEmpty() && !config.path(family + ".address").asText().equals("none")) outside.add(address);
        }
        Answer state = seen.cluster(LxdNetworks.path(id, "/state"));
        String chassis = state.value().path("ovn").path("chassis").asText();
        long created = roster.stream()
                .filter(m -> seen.of(on(m, id, now)).value().path("status").asText().equals("Created")).count();
        String gateway = chassis.isEmpty() ? "none" : memberOf(chassis, now);
        return new NetworkLine(id.title(), String.join(" ", outside), gateway, next(id, gateway, now),
                created + " of " + roster.size());
    }

    /** LXD tells the chassis by its host name, which may be another than the member's. */
    private static String memberOf(String chassis, PlanningContext now) {
        return now.members().stream().filter(m -> {
            Map<String, String> ids = Ovn.externalIds(now.seen(), m);
            return chassis.equals(ids.get("hostname")) || chassis.equals(ids.get("system-id"));
        }).findFirst().orElse(chassis);
    }

    /** Who takes a gateway over, as OVN ranks them. */
    private static String next(ResourceId network, String gateway, PlanningContext now) {
        Observation seen = now.seen();
        if (!seen.cluster(Ovn.CHASSIS_GROUPS).ok() || !seen.cluster(Ovn.RANKS).ok()) return "unknown";
        Optional<String> group = Routers.name(network, seen);
        Set<String> ranked = OvsdbTable.of(seen.cluster(Ovn.CHASSIS_GROUPS)).stream()
                .filter(row -> group.filter(OvsdbTable.text(row.get("name"))::equals).isPresent())
                .flatMap(row -> OvsdbTable.set(row.get("ha_chassis")).stream()).collect(Collectors.toSet());
        Set<String> alive = OvsdbTable.of(seen.cluster(Ovn.CHASSIS)).stream()
                .map(row -> OvsdbTable.text(row.get("name")))
                .collect(Collectors.toSet());
        List<String> next = OvsdbTable.of(seen.cluster(Ovn.RANKS)).stream()
                .filter(row -> ranked.contains(OvsdbTable.text(row.get("_uuid"))))
                .filter(row -> alive.contains(OvsdbTable.text(row.get("chassis_name"))))
                .sorted(Comparator.comparing((Map<String, JsonNode> row) -> -row.get("priority").asInt()))
                .map(row -> memberOf(OvsdbTable.text(row.get("chassis_name")), now)).filter(m -> !m.equals(gateway))
                .map(m -> now.declared().contains(m) && !now.members().contains(m) ? m + " (" + NOT_ASKED + ")" : m)
                .toList();
        return next.isEmpty() ? "nobody" : String.join(", ", next);
    }

    private static MemberLine member(String name, PlanningContext now) {
        Observation seen = now.seen();
        String state = seen.cluster(MEMBERS).value().valueStream()
                .filter(m -> m.path("server_name").asText().equals(name))
                .map(m -> m.path("status").asText().toLowerCase(Locale.ROOT)).findFirst()
                .orElse(seen.cluster(MEMBERS).ok() ? "no member" : "unknown");
        if (!now.members().contains(name))
            return new MemberLine(name, state, NOT_ASKED, NOT_ASKED, "", "");
        Map<String, String> ids = Ovn.externalIds(seen, name);
        return new MemberLine(name, state, controller(name, ids, seen),
                tunnels(seen.member(name, Ovn.INTERFACES), roster(now).size() - 1),
                ids.getOrDefault("ovn-encap-ip", "none"),
                ids.getOrDefault("ovn-bridge-mappings", "").replace(",", " "));
    }

    /** A chassis that was switched off, as by {@code microovn disable chassis}, has left OVN in good order. */
    private static String controller(String name, Map<String, String> ids, Observation seen) {
        ControllerProbe.State state = ControllerProbe.state(name, seen);
        Answer chassis = seen.cluster(Ovn.CHASSIS);
        boolean off = chassis.ok() && ids.containsKey("system-id") && OvsdbTable.of(chassis).stream()
                .noneMatch(row -> OvsdbTable.text(row.get("name")).equals(ids.get("system-id")));
        boolean runs = state == ControllerProbe.State.CONNECTED || state == ControllerProbe.State.UNKNOWN;
        return off && !runs ? "chassis off" : state.toString();
    }

    /** @param others how many members there are to have tunnels to */
    private static String tunnels(Answer interfaces, int others) {
        if (!interfaces.ok()) return "unknown";
        int up = 0;
        int all = 0;
        boolean watched = false;
        for (Map<String, JsonNode> row : OvsdbTable.of(interfaces)) {
            if (!OvsdbTable.text(row.get("type")).equals("geneve")) continue;
            all++;
            watched |= OvsdbTable.map(row.get("bfd")).getOrDefault("enable", "false").equals("true");
            if (OvsdbTable.map(row.get("bfd_status")).getOrDefault("state", "").equals("up")) up++;
        }
        String more = all > others ? ", " + (all - others) + " to no member" : "";
        return (all > 0 && !watched
                ? Math.min(all, others) + " of " + others + ", not watched"
                : up + " of " + others
                        + " up")
                + more;
    }
}
