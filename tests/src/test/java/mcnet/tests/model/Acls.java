package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.model.Ip;
import mcnet.tests.model.ObjectKey.Kind;

/** {@code lxd/network_acls.go}, {@code lxd/network/acl/driver_common.go} */
record Acls() implements Collection {
    private static final Set<String> ALIASES = Set.of("@internal", "#internal", "@external", "#external");
    private static final List<String> DIRECTIONS = List.of("ingress", "egress");

    @Override
    public ObjectKey key(ServerState state, RequestPath path) {
        return ObjectKey.of(Kind.ACL, ProjectObjects.networks(state, path.project()), path.name());
    }

    @Override
    public ObjectNode shown(ServerState state, ObjectKey key, String target) {
        ObjectNode acl = state.find(key).orElseThrow(() -> Refusal.notFound(noun())).deepCopy();
        acl.set("used_by", Nodes.texts(new Users(state).ofAcl(key)));
        return acl;
    }

    @Override
    public ServerState post(ServerState state, ObjectKey key, RequestPath path, ObjectNode body) {
        ObjectKey acl = ObjectKey.of(Kind.ACL, key.project(), body.path("name").asText());
        if (state.has(acl)) throw Refusal.bad("The network ACL already exists");
        return state.with(acl, whole(state, acl, body));
    }

    /** Config is merged by a PATCH; all else is replaced by both. */
    @Override
    public ServerState put(ServerState state, ObjectKey key, RequestPath path, ObjectNode body, boolean patch) {
        ObjectNode request = body.deepCopy();
        if (patch)
            request.set("config", Nodes.merged(state.find(key).orElseThrow().path("config"), body.path("config")));
        return state.with(key, whole(state, key, request));
    }

    private static ObjectNode whole(ServerState state, ObjectKey key, JsonNode body) {
        ObjectNode acl = Nodes.object("name", key.name(), "description", body.path("description").asText());
        body.path("config").properties().stream().map(java.util.Map.Entry::getKey)
                .filter(k -> !k.startsWith("user.")).findFirst().ifPresent(k -> {
                    throw Refusal.failed("Invalid config option \"" + k + "\"");
                });
        for (String direction : DIRECTIONS) acl.set(direction, Nodes.array(rules(state, key, direction, body)));
        acl.set("config", Nodes.config(body.path("config")));
        return acl;
    }

    /** Normalised ({@code shared/api/network_acl.go Normalise}), without what is empty. */
    private static List<JsonNode> rules(ServerState state, ObjectKey key, String direction, JsonNode body) {
        List<JsonNode> rules = new ArrayList<>();
        for (JsonNode rule : body.path(direction)) {
            ObjectNode kept = Nodes.object();
            rule.properties().stream().filter(e -> !e.getValue().asText().isBlank())
                    .forEach(e -> kept.put(e.getKey(), e.getValue().asText().strip()));
            String invalid = "Invalid " + direction + " rule " + rules.size() + ": Invalid ";
            for (String side : List.of("source", "destination"))
                for (String subject : Nodes.split(kept.path(side).asText()))
                    if (!isSubject(state, key, subject))
                        throw Refusal.failed(invalid + Character.toUpperCase(side.charAt(0)) + side.substring(1)
                                + ": Invalid subject \"" + subject + "\"");
            if (rules.contains(kept))
                throw Refusal.failed("Duplicate of " + direction + " rule " + rules.indexOf(kept));
            rules.add(kept);
        }
        return rules;
    }

    /** {@code validateRuleSubjects}: an address, a network, a range, an alias, an ACL that is there, any peer. */
    private static boolean isSubject(ServerState state, ObjectKey key, String subject) {
        return Stream.of(subject.split("-", 2)).allMatch(part -> Ip.read(part) != null && !part.isBlank())
                || ALIASES.contains(subject) || subject.startsWith("@")
                || state.has(ObjectKey.of(Kind.ACL, key.project(), subject));
    }

    @Override
    public ServerState delete(ServerState state, ObjectKey key) {
        if (!new Users(state).ofAcl(key).isEmpty()) throw Refusal.failed("Cannot delete an ACL that is in use");
        return state.without(key::equals);
    }

    @Override
    public List<String> tagged() {
        return List.of("name", "description", "ingress", "egress", "config");
    }

    @Override
    public String noun() {
        return "Network ACL";
    }
}
