package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;

/** The objects and peerings that rules name, which must be there first and go later. */
public final class RuleReferences {
    /** What the lease on a cluster is kept in ({@code mcnet.apply.lease}); it is nobody's rule. */
    private static final Pattern LEASE = Pattern.compile("mcnet-lease-\\d+");
    private static final String LEASE_ID = "user.mcnet.lease.id";

    private RuleReferences() {}

    public static boolean isLease(JsonNode acl) {
        return LEASE.matcher(acl.path("name").asText()).matches() && acl.path("config").has(LEASE_ID);
    }

    /** Those that name nothing, which any ACL may have from the beginning. */
    public static List<LxdRule> without(List<LxdRule> rules) {
        return rules.stream().filter(rule -> LxdRules.named(rule).findAny().isEmpty()).toList();
    }

    /** What a rule on the cluster refers to. */
    public static Set<ResourceId> found(LxdRule rule, String project, String self, List<LxdPeerings.Pair> pairs) {
        Set<ResourceId> ids = objects(rule, project, self);
        for (LxdPeerings.Pair pair : pairs)
            for (LxdPeerings.Side side : pair.sides())
                if (side.network().project().equals(project)
                        && rule.others().contains("@" + side.network().name() + "/" + side.name()))
                    ids.add(pair.id());
        return ids;
    }

    private static Set<ResourceId> objects(LxdRule rule, String project, String self) {
        return LxdRules.named(rule).filter(n -> !n.startsWith("@") && !n.equals(self))
                .map(n -> RuleNames.object(n, project))
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /** What must be made before such rules are taken: the objects, and the peerings of the program that they name. */
    public static Set<ResourceId> desired(List<LxdRule> rules, ResourceId self, PlanningContext now) {
        Set<ResourceId> ids = new LinkedHashSet<>();
        for (LxdRule rule : rules) {
            ids.addAll(objects(rule, self.project(), self.name()));
            LxdRules.named(rule).filter(n -> n.startsWith("@"))
                    .forEach(n -> ids.addAll(peerings(n.substring(1), self.project(), now)));
        }
        return ids;
    }

    /** @param side {@code web/db}: a network and the name of its side */
    private static Set<ResourceId> peerings(String side, String project, PlanningContext now) {
        return now.program().ofKind(KindName.PEER).filter(p -> isSide(p, project, side))
                .map(p -> new ResourceId(KindName.PEER, p.name())).collect(Collectors.toSet());
    }

    private static boolean isSide(Declaration peer, String project, String side) {
        String network = side.replaceFirst("/.*", "");
        String name = side.substring(side.indexOf('/') + 1);
        List<String> names = PeerNames.of(peer);
        return name.equals(names.getFirst()) && PeerNames.is(PeerNames.network(peer, "left"), project, network)
                || name.equals(names.getLast()) && PeerNames.is(PeerNames.network(peer, "right"), project, network);
    }
}
