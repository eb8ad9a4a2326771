package mcnet.lxd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.SequencedSet;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lxd.project.Projects;
import mcnet.lxd.server.Servers;
import mcnet.lxd.zone.LxdZones;
import mcnet.lxd.zone.ReverseZones;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.module.StepBuilder;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.SecretRedactor;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.product.Server;
import mcnet.schema.Attribute;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;

/** What LXD's networks of every type have in common: how they are listed, read and written ({@code /1.0/networks}). */
public final class LxdNetworks {
    /** All networks with their config; without the keys that each member has for itself. */
    public static final String LIST = "/1.0/networks?recursion=1";

    /** What an OVN network has as its uplink that has none. */
    public static final String ISOLATED = "none";

    /** Whether a bridge is Ubuntu's fan, {@code fan}; its kind says it, and no attribute. */
    private static final String MODE = "bridge.mode";

    private LxdNetworks() {}

    /** Those that no project has for itself. */
    public static Query list() {
        return Query.cluster(LIST);
    }

    /** Those of a project. */
    public static Query list(String project) {
        return Query.cluster(Projects.in(project, LIST));
    }

    /** Beside those of the server's own project, which others may see as their own. */
    public static String path(ResourceId id) {
        return Projects.in(id.project(), bare(id));
    }

    /** Something that belongs to a network: {@code path(web, "/state")}. */
    public static String path(ResourceId id, String below) {
        return Projects.in(id.project(), bare(id) + below);
    }

    /** A network as one member has it, with that member's keys and status. */
    public static String on(String member, ResourceId id) {
        return Projects.in(id.project(), bare(id) + "?target=" + Paths.encode(member));
    }

    private static String bare(ResourceId id) {
        return "/1.0/networks/" + Paths.encode(id.name());
    }

    /** A network as the list has it. */
    public static Optional<JsonNode> seen(ResourceId id, Observation seen) {
        return seen.of(list(id.project())).value().valueStream()
                .filter(n -> n.path("name").asText().equals(id.name())).findFirst();
    }

    /** OVN networks that the program declares or owns; all of them where the whole cluster is looked at. */
    public static SequencedSet<ResourceId> ours(PlanningContext now) {
        return networks(now, now.whole());
    }

    /** All OVN networks on which something of the program's may stand, those of others too. */
    public static SequencedSet<ResourceId> everyones(PlanningContext now) {
        SequencedSet<ResourceId> ids = networks(now, true);
        now.program().existing(KindName.NETWORK).forEach(n -> ids.add(ovn("", n.name())));
        return ids;
    }

    private static SequencedSet<ResourceId> networks(PlanningContext now, boolean all) {
        SequencedSet<ResourceId> ids = new LinkedHashSet<>();
        now.program().all(KindName.NETWORK).map(n -> ovn(n.inside().project(), n.name()))
                .filter(id -> mayBeThere(id, now))
                .forEach(ids::add);
        for (String project : Projects.of(now)) {
            for (JsonNode network : now.seen().of(list(project)).value()) {
                if ((all || isOurs(network, now)) && network.path("type").asText().equals("ovn"))
                    ids.add(ovn(project, network.path("name").asText()));
            }
        }
        return ids;
    }

    /** It is on the cluster, or nobody has asked yet. */
    public static boolean mayBeThere(ResourceId network, PlanningContext now) {
        Answer answer = now.seen().of(list(network.project()));
        return answer.status() == 0
                ? !now.seen().of(Projects.LIST).ok()
                        || Projects.of(now).contains(network.project())
                : Projects.of(now).contains(network.project()) && seen(network, now.seen()).isPresent();
    }

    /** The forwards of a network. */
    public static Query forwards(ResourceId network) {
        return Query.cluster(path(network, "/forwards?recursion=1"));
    }

    /**
     * What must be asked of each member, beside the lists, which hold nothing that a member has for itself: of networks
     * whose file or mark speaks of it, or of all where the whole cluster is looked at.
     */
    public static List<Query> queriesOfMembers(PlanningContext now) {
        List<Query> queries = new ArrayList<>();
        Kind kind = IndexFile.shipped().kind(KindName.NETWORK).orElseThrow();
        Set<String> local = local(kind, now).stream().map(Attribute::path).collect(Collectors.toSet());
        if (local.isEmpty()) return queries;
        Set<ResourceId> said = now.program().all(KindName.NETWORK)
                .filter(n -> n.said().anyMatch(s -> local.contains(s.path())))
                .map(n -> ovn(n.inside().project(), n.name())).collect(Collectors.toSet());
        for (ResourceId network : ours(now)) {
            Optional<JsonNode> there = seen(network, now.seen());
            if (there.isEmpty()) continue;
            boolean marked = there.flatMap(n -> Mark.of(LxdConfig.of(n)))
                    .filter(m -> m.keys().stream().anyMatch(local::contains)).isPresent();
            if (now.whole() || marked || said.contains(network))
                now.members().forEach(member -> queries.add(Query.member(member, on(member, network))));
        }
        return queries;
    }

    /** Whether all members' servers say that their networks have balancers. */
    public static boolean areBalanced(PlanningContext now) {
        return Servers.all(now).stream().allMatch(s -> s.offers("network_load_balancer"));
    }

    public static Query balancers(ResourceId network) {
        return Query.cluster(path(network, "/load-balancers?recursion=1"));
    }

    /** Uplinks that the program declares or names as existing; all of them where the whole cluster is looked at. */
    public static SequencedSet<ResourceId> uplinks(PlanningContext now) {
        SequencedSet<ResourceId> ids = new LinkedHashSet<>();
        Stream.concat(now.program().ofKind(KindName.UPLINK), now.program().existing(KindName.UPLINK))
                .forEach(u -> ids.add(new ResourceId(KindName.UPLINK, u.name())));
        if (now.whole())
            for (JsonNode network : now.seen().of(list()).value())
                if (network.path("managed").asBoolean() && network.path("type").asText().equals("physical"))
                    ids.add(new ResourceId(KindName.UPLINK, network.path("name").asText()));
        return ids;
    }

    /** Bridges that the program declares or owns; all of them where the whole cluster is looked at. */
    public static SequencedSet<ResourceId> bridges(PlanningContext now) {
        SequencedSet<ResourceId> ids = new LinkedHashSet<>();
        for (JsonNode network : now.seen().of(list()).value()) {
            if (!isBridge(network)) continue;
            String name = network.path("name").asText();
            if (now.whole() || now.program().find(KindName.BRIDGE, name).isPresent() || isOurs(network, now))
                ids.add(new ResourceId(KindName.BRIDGE, name));
        }
        return ids;
    }

    /** One that the server made, and not Ubuntu's fan. */
    private static boolean isBridge(JsonNode network) {
        return network.path("managed").asBoolean() && network.path("type").asText().equals("bridge")
                && !isFan(network);
    }

    /** Whether a network of the type {@code bridge} is Ubuntu's fan. */
    public static boolean isFan(JsonNode network) {
        return network.path("config").path(MODE).asText().equals(KindName.FAN);
    }

    private static boolean isOurs(JsonNode network, PlanningContext now) {
        return Mark.of(LxdConfig.of(network)).filter(m -> m.program().equals(now.program().name())).isPresent();
    }

    private static ResourceId ovn(String project, String name) {
        return new ResourceId(KindName.NETWORK, project, "", name);
    }

    /** The networks of a type, their values under the attributes of {@code kind}. */
    public static List<ObservedResource> found(String type, Kind kind, PlanningContext now) {
        List<ObservedResource> found = new ArrayList<>();
        List<Attribute> local = local(kind, now);
        for (String project : kind.mayStandIn(KindName.PROJECT) ? Projects.of(now) : List.of("")) {
            for (JsonNode network : now.seen().of(list(project)).value()) {
                if (!network.path("managed").asBoolean() || !network.path("type").asText().equals(type)) continue;
                if (type.equals("bridge") && isFan(network) != kind.name().equals(KindName.FAN)) continue;
                found.add(found(project, network, kind, local, now));
            }
        }
        return found;
    }

    private static ObservedResource found(String project, JsonNode network, Kind kind, List<Attribute> local,
            PlanningContext now) {
        ResourceId id = new ResourceId(kind.name(), project, "", network.path("name").asText());
        SequencedMap<String, String> config = LxdConfig.of(network);
        if (isFan(network)) config.remove(MODE);
        SequencedMap<Field, String> values = LxdConfig.values(config, kind);
        for (Attribute attribute : local) {
            for (String member : now.members()) {
                Answer answer = now.seen().member(member, on(member, id));
                String value = LxdConfig.of(answer.value()).getOrDefault(attribute.key(), "");
                if (!value.isEmpty()) values.put(new Field(attribute.path(), member), value);
            }
        }
        return new ObservedResource(id, values, Mark.of(config), network.path("status").asText(),
                needs(project, config, now),
                usedBy(network), false);
    }

    /** What each member has for itself, of what some member's server knows. */
    private static List<Attribute> local(Kind kind, PlanningContext now) {
        List<Server> servers = Servers.all(now);
        return kind.attributes().stream().filter(a -> a.isPerMember() && !a.key().isEmpty())
                .filter(a -> a.server().extension().isEmpty()
                        || servers.stream().anyMatch(s -> !s.lacks(a.server().extension())))
                .toList();
    }

    private static List<ResourceId> needs(String project, Map<String, String> config, PlanningContext now) {
        List<ResourceId> needs = new ArrayList<>();
        if (!Set.of("", ISOLATED).contains(config.getOrDefault("network", "")))
            for (String kind : List.of(KindName.UPLINK, KindName.BRIDGE))
                needs.add(new ResourceId(kind, config.get("network")));
        for (String acl : config.getOrDefault("security.acls", "").split(","))
            if (!acl.isBlank()) needs.add(new ResourceId(KindName.ACL, project, "", acl.strip()));
        config.forEach((key, zones) -> {
            if (key.startsWith("dns.zone.") && !zones.isEmpty())
                for (String zone : ReverseZones.written(zones).split(","))
                    needs.add(LxdZones.named(zone, project, now));
        });
        return needs;
    }

    /**
     * The step that defines a network on one member: LXD wants it for each member before it creates the whole
     * ({@code lxd/networks.go networksPost}).
     *
     * @param config the keys that the member has for itself
     */
    public static Step define(Change change, String member, Map<String, String> config, Set<String> after) {
        ObjectNode body = named(change, config);
        body.remove(LxdConfig.DESCRIPTION);
        return StepBuilder.on(change, member, "define " + change.id() + " on " + member)
                .post("/1.0/networks?target=" + member, body).after(after).undo("delete network " + change.id().name())
                .step();
    }

    /** The steps that define a bridge on each member, one after the other, and create it then. */
    public static List<Step> createOnMembers(Change change, PlanningContext now) {
        List<Step> steps = new ArrayList<>();
        Set<String> previous = Set.of();
        for (String member : now.members()) {
            Step step = define(change, member, LxdConfig.initial(change, member), previous);
            previous = Set.of(step.id());
            steps.add(step);
        }
        steps.add(create(change, now, previous));
        return steps;
    }

    /** The step that removes it, on all members. */
    public static Step remove(Change change, PlanningContext now) {
        return StepBuilder.on(change, now.lead(), "remove " + change.id()).delete(path(change.id()))
                .interrupts("everything on " + change.id()).undo("declare it again").step();
    }

    /** The step that creates it as a whole, with its mark, once it is defined on each member. */
    public static Step create(Change change, PlanningContext now, Set<String> after) {
        SequencedMap<String, String> config = LxdConfig.initial(change);
        if (change.id().kind().equals(KindName.FAN)) config.put(MODE, KindName.FAN);
        config.putAll(change.desired().orElseThrow().mark(now.program().name()).config());
        StepBuilder whole = StepBuilder.on(change, now.lead(), "create " + change.id())
                .post("/1.0/networks", named(change, config)).after(after).undo("delete network " + change.id().name());
        keepDescription(whole, change);
        return whole.step();
    }

    private static ObjectNode named(Change change, Map<String, String> config) {
        Kind kind = change.desired().orElseThrow().declaration().kind();
        return LxdConfig.body(config, "").put("name", change.id().name()).put("type", kind.server().type());
    }

    /** What stops working while a network gets another address inside; empty: it keeps its own. */
    public static String renumbering(Change change) {
        return moves(change, "ipv4.address") || moves(change, "ipv6.address")
                ? "everything on " + change.id() + ", until its instances have requested new addresses"
                : "";
    }

    /** It had a value, and gets another. */
    public static boolean moves(Change change, String attribute) {
        for (Difference d : change.of(attribute))
            if (!Set.of("", "none").contains(d.before()) && !d.before().equals(d.after())) return true;
        return false;
    }

    /** The step that changes keys of the whole cluster, the mark with them; LXD keeps every key that is not named. */
    public static Step update(Change change, PlanningContext now, String id) {
        return update(change, now, id, "");
    }

    /** @param interrupts what stops working meanwhile, or empty */
    public static Step update(Change change, PlanningContext now, String id, String interrupts) {
        return update(change, now, id, interrupts, change.desired().orElseThrow().mark(now.program().name()));
    }

    /** @param mark what is written beside */
    public static Step update(Change change, PlanningContext now, String id, String interrupts, Mark mark) {
        SequencedMap<String, String> after = LxdConfig.after(change, "");
        SequencedMap<String, String> before = seen(change.id(), now.seen())
                .map(network -> LxdConfig.held(network, after.keySet())).orElseThrow();
        String undo = before.isEmpty()
                ? "only the mark changes"
                : before.entrySet().stream()
                        .map(e -> e.getKey() + "=" + SecretRedactor.BLANK.blank(e.getKey(), e.getValue()))
                        .collect(Collectors.joining(" ", "set ", ""));
        after.putAll(mark.config());
        after.putAll(Adoption.note(change, LxdConfig.of(seen(change.id(), now.seen()).orElseThrow())));
        return StepBuilder.on(change, now.lead(), id)
                .patch(path(change.id()), LxdConfig.body(after, LxdConfig.description(change)), before)
                .interrupts(interrupts)
                .undo(undo)
                .step();
    }

    /**
     * The step that takes mcnet's keys off a network, and puts back what the change names; LXD keeps every key that is not
     * named.
     */
    public static Step release(Change change, PlanningContext now) {
        SequencedMap<String, String> keys = new LinkedHashMap<>();
        JsonNode network = seen(change.id(), now.seen()).orElseThrow();
        SequencedMap<String, String> original = Adoption.putBack(change);
        SequencedMap<String, String> before = LxdConfig.held(network, original.keySet());
        keys.putAll(original);
        network.path("config").properties().stream().filter(e -> Mark.isMark(e.getKey()))
                .forEach(e -> keys.put(e.getKey(), ""));
        return StepBuilder.on(change, now.lead(), "release " + change.id())
                .patch(path(change.id()), LxdConfig.body(keys, network.path(LxdConfig.DESCRIPTION).asText()), before)
                .undo("declare it and adopt it")
                .step();
    }

    /**
     * Says the description once more after a creation: servers before 5.21.5 and 6.6 lose the one that a clustered
     * creation brings.
     */
    public static void keepDescription(StepBuilder step, Change change) {
        change.desired().flatMap(w -> w.value(LxdConfig.DESCRIPTION))
                .ifPresent(description -> step.patch(path(change.id()),
                        LxdConfig.body(Map.of(), description), new LinkedHashMap<>()));
    }

    /**
     * Where networks behind an uplink send what leaves, with its length; empty: nowhere. A bridge is its own gateway
     * ({@code lxd/network/driver_ovn.go setupUplinkPortBridge, setupUplinkPortPhysical}).
     *
     * @param family {@code ipv4}
     */
    public static Optional<String> gateway(ResourceId uplink, String family, Observation seen) {
        return seen(uplink, seen)
                .map(n -> n.path("config").path(family + (isBridge(n) ? ".address" : ".gateway")).asText())
                .filter(gateway -> !gateway.isEmpty() && !gateway.equals("none"));
    }

    /** Whether something that networks are behind is a bridge on each member. */
    public static boolean isBridge(ResourceId uplink, Observation seen) {
        return seen(uplink, seen).filter(LxdNetworks::isBridge).isPresent();
    }

    /** Whether a user of something is a network of type {@code bridge}: {@code /1.0/networks/br0?project=default}. */
    public static boolean isBridge(String user, PlanningContext now) {
        return Projects.of(now).stream().anyMatch(project -> now.seen().of(list(project)).value().valueStream()
                .filter(n -> n.path("type").asText().equals("bridge"))
                .anyMatch(n -> ObjectUsers.is(user,
                        new ResourceId(KindName.NETWORK, project, "", n.path("name").asText()))));
    }

    static List<String> usedBy(JsonNode network) {
        List<String> users = new ArrayList<>();
        network.path("used_by").forEach(u -> users.add(u.asText()));
        return users;
    }
}
