package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.stream.Collectors;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.Paths;
import mcnet.lxd.project.Projects;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.ResourceId;

/** LXD's ACLs as objects: where they are listed, how they are written ({@code /1.0/network-acls}). */
public final class LxdAcls {
    private static final List<String> DIRECTIONS = List.of(LxdRule.INGRESS, LxdRule.EGRESS);

    private LxdAcls() {}

    public static Query list(String project) {
        return Query.cluster(Projects.in(project, "/1.0/network-acls?recursion=1"));
    }

    public static String path(ResourceId id) {
        return Projects.in(id.project(), "/1.0/network-acls/" + Paths.encode(id.name()));
    }

    public static Optional<JsonNode> seen(ResourceId id, PlanningContext now) {
        return now.seen().of(list(id.project())).value().valueStream()
                .filter(acl -> acl.path("name").asText().equals(id.name())).findFirst();
    }

    public static List<LxdRule> rules(JsonNode acl) {
        List<LxdRule> rules = new ArrayList<>();
        for (String direction : DIRECTIONS)
            acl.path(direction).forEach(rule -> rules.add(LxdRule.of(direction, rule)));
        return rules;
    }

    /** As the language says them, for people. */
    public static String sentences(JsonNode acl) {
        return rules(acl).stream().map(LxdRule::sentence).collect(Collectors.joining("; "));
    }

    /** A body with these rules; one that leaves them out would clear them ({@code lxd/network_acls.go}). */
    public static ObjectNode with(ObjectNode body, Collection<LxdRule> rules) {
        for (String direction : DIRECTIONS) {
            ArrayNode list = body.putArray(direction);
            rules.stream().filter(r -> r.direction().equals(direction)).forEach(r -> list.add(r.json()));
        }
        return body;
    }

    /** All that can be written of it, as it is. */
    public static ObjectNode writable(JsonNode acl) {
        return LxdConfig.writable(acl, LxdRule.INGRESS, LxdRule.EGRESS);
    }
}
