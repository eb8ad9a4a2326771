package mcnet.status;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcnet.model.Cluster;
import mcnet.model.Program;
import mcnet.module.LxdNetworks;
import mcnet.module.proof.Ovn;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Place;
import mcnet.observe.Rows;
import mcnet.plan.ResourceId;

/** The state of what a program declares, on one screen. Pure: it asks and reads answers. */
public record Status(List<NetworkLine> networks, List<MemberLine> members) {

    /**
     * A network.
     *
     * @param outside the router's addresses on the uplink
     * @param chassis where the router is at work, or why it is nowhere
     * @param bound members on which LXD says Created, of how many
     */
    public record NetworkLine(String name, String outside, String chassis, String bound) {}

    /**
     * A member.
     *
     * @param tunnels up of how many
     * @param encap the address where they end
     * @param bridges the uplinks it has plugged in, as {@code uplink:bridge}
     */
    public record MemberLine(String name, String state, String tunnels, String encap, String bridges) {}

    private static final String MEMBERS = "/1.0/cluster/members?recursion=1";

    /** All that must be asked, in one turn with each member. */
    public static List<Asked> questions(Program program, Cluster cluster) {
        List<Asked> questions = new ArrayList<>(List.of(LxdNetworks.list(), Asked.cluster(MEMBERS)));
        program.ofKind("project").forEach(p -> questions.add(LxdNetworks.list(p.name())));
        for (ResourceId network : networks(program)) {
            questions.add(Asked.cluster(LxdNetworks.path(network, "/state")));
            cluster.members().forEach(m -> questions.add(Asked.member(m.name(), LxdNetworks.on(m.name(), network))));
        }
        cluster.members().forEach(m -> {
            questions.add(Ovn.externalIds(m.name()));
            questions.add(Asked.member(m.name(), Ovn.INTERFACES));
        });
        return questions;
    }

    public static Status of(Program program, Cluster cluster, Observed seen) {
        List<String> members = cluster.members().stream().map(m -> m.name()).toList();
        return new Status(networks(program).stream().map(n -> network(n, members, seen)).toList(),
                members.stream().map(m -> member(m, seen)).toList());
    }

    private static List<ResourceId> networks(Program program) {
        return program.all("network").map(d -> new ResourceId("network", d.inside().project(), "", d.name())).toList();
    }

    private static NetworkLine network(ResourceId id, List<String> members, Observed seen) {
        JsonNode config = LxdNetworks.seen(id, seen).map(n -> n.path("config")).orElse(null);
        if (config == null) return new NetworkLine(id.title(), "", "not on the cluster", "0 of " + members.size());
        List<String> outside = new ArrayList<>();
        for (String family : List.of("ipv4", "ipv6")) {
            String address = config.path("volatile.network." + family + ".address").asText();
            if (!address.isEmpty() && !config.path(family + ".address").asText().equals("none")) outside.add(address);
        }
        Answer state = seen.cluster(LxdNetworks.path(id, "/state"));
        String chassis = state.value().path("ovn").path("chassis").asText();
        long created = members.stream().filter(m -> seen.member(m, LxdNetworks.on(m, id)).value().path("status")
                .asText().equals("Created")).count();
        return new NetworkLine(id.title(), String.join(" ", outside), chassis.isEmpty() ? "none" : chassis,
                created + " of " + members.size());
    }

    private static MemberLine member(String name, Observed seen) {
        Map<String, String> ids = Ovn.externalIds(seen, name);
        int up = 0;
        int all = 0;
        boolean watched = false;
        for (Map<String, JsonNode> row : Rows.of(seen.member(name, Ovn.INTERFACES))) {
            if (!Rows.text(row.get("type")).equals("geneve")) continue;
            all++;
            watched |= Rows.map(row.get("bfd")).getOrDefault("enable", "false").equals("true");
            if (Rows.map(row.get("bfd_status")).getOrDefault("state", "").equals("up")) up++;
        }
        String state = seen.cluster(MEMBERS).value().valueStream()
                .filter(m -> m.path("server_name").asText().equals(name))
                .map(m -> m.path("status").asText().toLowerCase(java.util.Locale.ROOT)).findFirst().orElse("unknown");
        return new MemberLine(name, state, all > 0 && !watched ? all + ", not watched" : up + " of " + all + " up",
                ids.getOrDefault("ovn-encap-ip", "none"),
                ids.getOrDefault("ovn-bridge-mappings", "").replace(",", " "));
    }
}
