package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.SequencedMap;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.Paths;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.module.StepBuilder;
import mcnet.observe.Query;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;

/**
 * Forwards and balancers as objects of the server. Their address is their name there and cannot change; what they send on
 * is replaced as a whole. The server looks at no ETag here, so they are read again before each write.
 *
 * LXD moves a network to another prefix only while nothing that listens for it leads into the old one
 * ({@code lxd/network/driver_ovn.go Validate}): such an object is emptied first and filled again then.
 *
 * @param collection below the network, {@code forwards}
 * @param fields what it sends on
 */
public record ListenerObjects(String kind, String collection, List<String> fields) {
    public static final ListenerObjects FORWARDS = new ListenerObjects(KindName.FORWARD, "forwards", List.of("ports"));
    public static final ListenerObjects BALANCERS = new ListenerObjects(KindName.BALANCER, "load-balancers",
            List.of("backends", "ports"));

    /**
     * The name of one whose address the server chose. It is no mark, and stays when the object is released: by nothing else
     * would a file find it that says {@code address = auto}.
     */
    private static final String NAME = "user.mcnet.name";
    /** Where a forward sends all else: it leads into the network as its ports do. */
    private static final String REST = "target_address";

    public Query list(ResourceId network) {
        return Query.cluster(LxdNetworks.path(network, "/" + collection + "?recursion=1"));
    }

    /** The network that one belongs to. */
    public static ResourceId network(ResourceId listener) {
        return new ResourceId(KindName.NETWORK, listener.project(), "", listener.network());
    }

    /** What the language calls one that was found. */
    public ResourceId id(ResourceId network, JsonNode listener) {
        String name = listener.path("config").path(NAME).asText();
        return new ResourceId(kind, network.project(), network.name(), name.isEmpty() ? address(listener) : name);
    }

    /** The address on which one listens, as everyone spells it. */
    public static String address(JsonNode listener) {
        return LxdPort.address(listener.path("listen_address").asText());
    }

    /** Whether a listener is called so in a file: by its address, or by the name that its file gave it. */
    public static boolean isCalled(String name, JsonNode listener) {
        return address(listener).equals(name) || listener.path("config").path(NAME).asText().equals(name);
    }

    /** Its config without the name. */
    public static SequencedMap<String, String> config(JsonNode listener) {
        SequencedMap<String, String> config = LxdConfig.of(listener);
        config.remove(NAME);
        return config;
    }

    public JsonNode seen(ResourceId id, PlanningContext now) {
        return now.seen().of(list(network(id))).value().valueStream().filter(l -> isCalled(id.name(), l)).findFirst()
                .orElseThrow();
    }

    private String path(ResourceId id, String address) {
        return LxdNetworks.path(network(id), "/" + collection + "/" + Paths.encode(address));
    }

    private ObjectNode writable(JsonNode listener) {
        return LxdConfig.writable(listener, fields.toArray(String[]::new));
    }

    /** @param content adds what it sends on */
    public Step create(Change change, PlanningContext now, UnaryOperator<ObjectNode> content) {
        ResourceId id = change.id();
        boolean chosen = change.desired().orElseThrow().declaration().has("address");
        SequencedMap<String, String> config = LxdConfig.initial(change);
        config.putAll(change.desired().get().mark(now.program().name()).config());
        if (chosen) config.put(NAME, id.name());
        ObjectNode body = LxdConfig.body(config, "").put("listen_address", chosen ? unspecified(id, now) : id.name());
        return StepBuilder.on(change, now.lead(), "create " + kind + " " + id.title())
                .post(LxdNetworks.path(network(id), "/" + collection), content.apply(body))
                .needs(Set.of(network(id)))
                .undo("delete " + kind + " " + id.name() + " of network " + id.network())
                .step();
    }

    /** Of the network's first family. */
    private static String unspecified(ResourceId id, PlanningContext now) {
        return inside(id, "ipv4", now) == null ? "::" : "0.0.0.0";
    }

    private static IPAddress inside(ResourceId id, String family, PlanningContext now) {
        return new SubjectAddresses(now, id.project()).ofNetwork(id.network(), family).orElse(null);
    }

    /**
     * @param content adds what it sends on
     * @param targets the addresses inside to which it leads now
     */
    public List<Step> update(Change change, PlanningContext now, UnaryOperator<ObjectNode> content,
            List<String> targets) {
        JsonNode before = seen(change.id(), now);
        ObjectNode body = content.apply(LxdConfig.whole(change, before, now.program().name()));
        String address = before.path("listen_address").asText();
        List<Step> steps = new ArrayList<>();
        ObjectNode held = writable(before);
        IPAddress inside = inside(change.id(), address.contains(":") ? "ipv6" : "ipv4", now);
        if (inside != null && targets.stream().anyMatch(t -> !isIn(inside, t))) {
            steps.add(StepBuilder.on(change, now.lead(), "empty " + kind + " " + change.id().title())
                    .put(path(change.id(), address), emptied(before), held)
                    .precedes(Set.of(network(change.id())))
                    .interrupts("connections to " + address + ", until the network has moved")
                    .undo("put back what the plan shows")
                    .step());
            held = null;
        }
        steps.add(StepBuilder.on(change, now.lead(), change.verb() + " " + kind + " " + change.id().title())
                .put(path(change.id(), address), body, held)
                .after(StepBuilder.ids(steps))
                .needs(Set.of(network(change.id())))
                .undo("put back what the plan shows")
                .step());
        return steps;
    }

    private ObjectNode emptied(JsonNode listener) {
        ObjectNode empty = LxdConfig.writable(listener);
        fields.forEach(empty::putArray);
        empty.withObject("/config").remove(REST);
        return empty;
    }

    private static boolean isIn(IPAddress network, String target) {
        IPAddress address = Ip.read(target);
        return address != null && network.toPrefixBlock().contains(address);
    }

    public Step remove(Change change, PlanningContext now) {
        String address = seen(change.id(), now).path("listen_address").asText();
        return StepBuilder.on(change, now.lead(), "remove " + kind + " " + change.id().title())
                .delete(path(change.id(), address))
                .precedes(Set.of(network(change.id())))
                .interrupts("connections to " + address)
                .undo("declare it again")
                .step();
    }

    public Step release(Change change, PlanningContext now) {
        JsonNode listener = seen(change.id(), now);
        ObjectNode held = writable(listener);
        ObjectNode body = LxdConfig.released(held, change);
        String name = held.path("config").path(NAME).asText();
        if (!name.isEmpty()) body.withObject("/config").put(NAME, name);
        return StepBuilder.on(change, now.lead(), "release " + change.id())
                .put(path(change.id(), listener.path("listen_address").asText()), body, held)
                .undo("declare it and adopt it").step();
    }
}
