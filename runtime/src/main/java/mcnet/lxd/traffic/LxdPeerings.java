package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.Paths;
import mcnet.lxd.project.Projects;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * Peerings as the cluster has them. LXD keeps one object on either network and knows nothing of the pair; when a network
 * goes, the other side's object stays and forgets whom it led to ({@code lxd/db/network_peers.go}). So each of ours
 * carries the pair's name.
 */
public final class LxdPeerings {
    /** The config key that holds the pair's name. */
    public static final String PAIR = "user.mcnet.peering";

    /** The description of a side that its server makes without a config, until the config is there. */
    private static final Pattern BEGUN = Pattern.compile("being made by mcnet program (\\S+)");

    private LxdPeerings() {}

    /** Tells whose a side is that has no mark yet: an apply may end between the two calls that make it. */
    public static String begun(String program) {
        return "being made by mcnet program " + program;
    }

    /** Whether an apply ended before the side got its config. */
    public static boolean isBegun(JsonNode object) {
        return Mark.of(LxdConfig.of(object)).isEmpty() && beginner(object).isPresent();
    }

    private static Optional<Mark> beginner(JsonNode object) {
        Matcher begun = BEGUN.matcher(object.path(LxdConfig.DESCRIPTION).asText());
        return begun.matches() ? Optional.of(new Mark(begun.group(1), Set.of())) : Optional.empty();
    }

    /**
     * One side's object.
     *
     * @param network the network that it stands on
     * @param target the network it leads to; empty where LXD has forgotten
     */
    public record Side(ResourceId network, JsonNode object, Optional<ResourceId> target) {

        public String name() {
            return object.path("name").asText();
        }

        public String path() {
            return LxdNetworks.path(network, "/peers/" + Paths.encode(name()));
        }
    }

    /**
     * A pair.
     *
     * @param name {@code web <-> db}
     * @param left the side on the network that is named first, if it is there
     */
    public record Pair(String name, Optional<Side> left, Optional<Side> right) {

        public ResourceId id() {
            return new ResourceId(KindName.PEER, name);
        }

        /** Both sides lead to one another, and have their config. */
        public boolean whole() {
            return sides().size() == 2 && sides().stream().allMatch(
                    s -> s.target().isPresent() && s.object().path("status").asText().equalsIgnoreCase("created")
                            && !isBegun(s.object()));
        }

        /** What LXD calls the sides that are there. */
        public List<String> names() {
            return sides().stream().map(Side::name).toList();
        }

        /** Whose it is. */
        public Optional<Mark> mark() {
            return sides().stream()
                    .flatMap(s -> Mark.of(LxdConfig.of(s.object())).or(() -> beginner(s.object())).stream())
                    .findFirst();
        }

        public List<Side> sides() {
            return Stream.of(left, right).flatMap(Optional::stream).toList();
        }
    }

    /** All networks that the program knows, with their sides. */
    public static List<Query> queries(PlanningContext now) {
        return networks(now).stream().map(LxdPeerings::asked).toList();
    }

    private static Query asked(ResourceId network) {
        return Query.cluster(LxdNetworks.path(network, "/peers?recursion=1"));
    }

    /** Its own, those of others that it names, and its own that it says no more. */
    private static Set<ResourceId> networks(PlanningContext now) {
        Set<ResourceId> ids = LxdNetworks.ours(now);
        now.program().existing(KindName.NETWORK).map(n -> network(n.inside().project(), n.name()))
                .filter(id -> LxdNetworks.mayBeThere(id, now)).forEach(ids::add);
        return ids;
    }

    private static ResourceId network(String project, String name) {
        return new ResourceId(KindName.NETWORK, project, "", name);
    }

    /** The mark of a pair, by the name that the pair has now. */
    public static Optional<Mark> mark(Pair pair, PlanningContext now) {
        return pair.mark().map(mark -> isOf(mark, pair, now) ? mark.renamed(pair.id()) : mark);
    }

    /** Whether a mark was written on this pair, whichever of its networks was named first then. */
    private static boolean isOf(Mark mark, Pair pair, PlanningContext now) {
        String name = mark.object().replaceFirst("^peer ", "");
        return name.contains(" <-> ") && both(name, now).equals(both(pair.name(), now));
    }

    /** One of them. */
    public static Optional<Pair> pair(ResourceId id, PlanningContext now) {
        return found(now).stream().filter(pair -> pair.id().equals(id)).findFirst();
    }

    /** Every pair of which at least one side is there. */
    public static List<Pair> found(PlanningContext now) {
        Map<Set<Object>, List<Side>> byEnds = new LinkedHashMap<>();
        for (ResourceId network : networks(now)) {
            for (JsonNode object : now.seen().of(asked(network)).value()) {
                Side side = new Side(network, object, target(object));
                byEnds.computeIfAbsent(ends(side, now), _ -> new ArrayList<>()).add(side);
            }
        }
        return byEnds.values().stream().map(sides -> pair(sides, now)).toList();
    }

    private static Optional<ResourceId> target(JsonNode object) {
        String name = object.path("target_network").asText();
        String project = object.path("target_project").asText();
        if (name.isEmpty()) return Optional.empty();
        return Optional.of(network(project.equals("default") ? "" : project, name));
    }

    /** What both sides have in common. */
    private static Set<Object> ends(Side side, PlanningContext now) {
        String pair = side.object().path("config").path(PAIR).asText();
        if (side.target().isPresent()) return new LinkedHashSet<>(List.of(side.network(), side.target().get()));
        return pair.isEmpty() ? Set.of(side.network(), side.name()) : both(pair, now);
    }

    private static Set<Object> both(String pair, PlanningContext now) {
        return new LinkedHashSet<>(ends(pair, now));
    }

    /** The networks of a pair, {@code web <-> db}. */
    public static List<ResourceId> ends(String pair, PlanningContext now) {
        return Stream.of(pair.split(" <-> ")).map(name -> network(name, now)).toList();
    }

    private static Pair pair(List<Side> sides, PlanningContext now) {
        Side first = sides.getFirst();
        Set<Object> ends = ends(first, now);
        for (Declaration peer : now.program().ofKind(KindName.PEER).toList()) {
            if (both(peer.name(), now).equals(ends)) return pair(peer.name(), sides, now);
        }
        String marked = first.object().path("config").path(PAIR).asText();
        String name = marked.split(" <-> ").length != 2 || !ends(marked, now).contains(first.network())
                ? first.network().title() + " <-> " + first.target().map(ResourceId::title).orElse(first.name())
                : marked;
        return pair(name, sides, now);
    }

    private static Pair pair(String name, List<Side> sides, PlanningContext now) {
        String[] ends = name.split(" <-> ");
        Pair pair = new Pair(name, on(ends[0], sides, now), on(ends[ends.length - 1], sides, now));
        // A name that the file resolves to other networks: the side is there all the same.
        return pair.sides().isEmpty() ? new Pair(name, Optional.of(sides.getFirst()), Optional.empty()) : pair;
    }

    private static Optional<Side> on(String network, List<Side> sides, PlanningContext now) {
        return sides.stream().filter(s -> s.network().equals(network(network, now))).findFirst();
    }

    /**
     * A network by the name that a peering uses.
     *
     * @param name {@code web}, or {@code acme.front} of a project
     */
    public static ResourceId network(String name, PlanningContext now) {
        int dot = name.indexOf('.');
        String first = dot < 0 ? "" : name.substring(0, dot);
        return dot > 0 && Projects.isNamed(first, now)
                ? network(first, name.substring(dot + 1))
                : network("", name);
    }
}
