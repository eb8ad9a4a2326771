package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Found;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.Wanted;
import mcnet.plan.Wish;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;

/** What LXD's networks of every type have in common: how they are listed, read and written ({@code /1.0/networks}). */
public final class LxdNetworks {
    /** All networks with their config; without the keys that each member has for itself. */
    public static final String LIST = "/1.0/networks?recursion=1";

    /** The description is no config key, but a field beside them. */
    private static final String DESCRIPTION = "description";

    /** One word of the language, {@code dhcp = stateful}, is two keys of the server. */
    private static final String STATEFUL = "stateful";
    private static final String DHCP6 = "ipv6.dhcp";
    private static final String DHCP6_STATEFUL = "ipv6.dhcp.stateful";

    private LxdNetworks() {}

    public static Asked list() {
        return Asked.cluster(LIST);
    }

    public static String path(String name) {
        return "/1.0/networks/" + Paths.encode(name);
    }

    /** A network as one member has it, with that member's keys and status. */
    public static String path(String name, String member) {
        return path(name) + "?target=" + Paths.encode(member);
    }

    /** The networks of a type, their values under the attributes of {@code kind}. */
    public static List<Found> found(String type, Kind kind, Situation now) {
        List<Found> found = new ArrayList<>();
        for (JsonNode network : now.seen().cluster(LIST).value()) {
            if (!network.path("managed").asBoolean() || !network.path("type").asText().equals(type)) continue;
            found.add(found(network, kind, now));
        }
        return found;
    }

    private static Found found(JsonNode network, Kind kind, Situation now) {
        String name = network.path("name").asText();
        SequencedMap<String, String> config = config(network);
        SequencedMap<Field, String> values = new LinkedHashMap<>();
        Set<String> typed = new HashSet<>(Set.of(DHCP6_STATEFUL));
        for (Attribute attribute : kind.attributes()) {
            if (attribute.key().isEmpty()) continue;
            typed.add(attribute.key());
            if (attribute.perMember()) {
                for (String member : now.members()) {
                    Answer local = now.seen().member(member, path(name, member));
                    String value = config(local.value()).getOrDefault(attribute.key(), "");
                    if (!value.isEmpty()) values.put(new Field(attribute.path(), member), value);
                }
            } else if (config.containsKey(attribute.key())) {
                boolean stateful = attribute.key().equals(DHCP6) && isTrue(config.get(DHCP6_STATEFUL));
                values.put(Field.of(attribute.path()), stateful ? STATEFUL : config.get(attribute.key()));
            }
        }
        config.keySet().stream().filter(k -> !typed.contains(k) && !Mark.isMark(k))
                .forEach(k -> values.put(Field.of(k.startsWith("user.") ? k : "lxd." + k), config.get(k)));
        List<ResourceId> needs = config.getOrDefault("network", "").isEmpty()
                ? List.of()
                : List.of(new ResourceId("uplink", config.get("network")));
        return new Found(new ResourceId(kind.name(), name), values, Mark.of(config),
                network.path("status").asText(), needs, usedBy(network), false);
    }

    /** The config of a network's answer, the description as one of its keys. */
    public static SequencedMap<String, String> config(JsonNode network) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        network.path("config").properties().forEach(e -> config.put(e.getKey(), e.getValue().asText()));
        String description = network.path(DESCRIPTION).asText();
        if (!description.isEmpty()) config.put(DESCRIPTION, description);
        return config;
    }

    /** The server's key of an attribute. */
    public static String key(Kind kind, String path) {
        if (path.startsWith("lxd.")) return path.substring("lxd.".length());
        return kind.attribute(path).map(Attribute::key).filter(k -> !k.isEmpty()).orElse(path);
    }

    /** The keys of the whole cluster that a new network is created with. */
    public static SequencedMap<String, String> initial(Change change) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (Wish wish : change.wanted().orElseThrow().wishes().values()) {
            if (wish.field().member().isEmpty()) {
                put(config, key(kind(change), wish.field().attribute()), wish.value());
            }
        }
        return config;
    }

    /** The keys that change on one member, or for the whole cluster where {@code member} is empty. */
    public static SequencedMap<String, String> after(Change change, String member) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            if (d.field().member().equals(member)) put(config, key(kind(change), d.field().attribute()), d.after());
        }
        return config;
    }

    /** What the keys of {@link #after} are now. */
    public static SequencedMap<String, String> before(Change change, String member) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            if (d.field().member().equals(member)) put(config, key(kind(change), d.field().attribute()), d.before());
        }
        return config;
    }

    /**
     * The body of a POST, PUT or PATCH. The description goes along always: LXD's PATCH clears it where it is missing
     * ({@code lxd/networks.go doNetworkUpdate}).
     */
    public static ObjectNode body(Map<String, String> config, String description) {
        ObjectNode body = JsonNodeFactory.instance.objectNode();
        Map<String, String> keys = new LinkedHashMap<>(config);
        String said = keys.remove(DESCRIPTION);
        body.put(DESCRIPTION, said == null ? description : said);
        body.set("config", Steps.config(keys));
        return body;
    }

    /** The description as it is on the cluster now. */
    public static String description(Change change) {
        return change.found().map(f -> f.value(DESCRIPTION)).orElse("");
    }

    /** The step that changes keys of the whole cluster, the mark with them; LXD keeps every key that is not named. */
    public static Step update(Change change, Situation now, String id) {
        SequencedMap<String, String> after = after(change, "");
        SequencedMap<String, String> before = before(change, "");
        String undo = before.isEmpty()
                ? "nothing but the mark changes"
                : before.entrySet().stream().map(e -> e.getKey() + "=" + e.getValue())
                        .collect(Collectors.joining(" ", "set ", ""));
        after.putAll(change.wanted().orElseThrow().mark(now.program().name()).config());
        return Steps.on(change, now.lead(), id)
                .patch(path(change.id().name()), body(after, description(change)), before)
                .undo(undo)
                .step();
    }

    /**
     * Says the description once more after a creation: servers before 5.21.5 and 6.6 lose the one that a clustered
     * creation brings.
     */
    public static void keepDescription(Steps step, Change change) {
        change.wanted().flatMap(w -> w.value(DESCRIPTION)).ifPresent(description -> step.patch(path(change.id().name()),
                body(Map.of(), description), new LinkedHashMap<>()));
    }

    /** Whether a network of this family has a router with an address outside: it wants one and its uplink has a gateway. */
    public static boolean routed(Wanted wanted, String family, Situation now) {
        if (wanted.value(family + ".address").filter(a -> !a.equals("none")).isEmpty()) return false;
        String uplink = wanted.value("uplink").orElse("");
        return now.program().find("uplink", uplink).map(u -> u.has(family + ".gateway"))
                .orElseGet(() -> now.seen().cluster(LIST).value().valueStream()
                        .filter(n -> n.path("name").asText().equals(uplink))
                        .anyMatch(n -> config(n).containsKey(family + ".gateway")));
    }

    private static void put(Map<String, String> config, String key, String value) {
        config.put(key, value.equals(STATEFUL) && key.equals(DHCP6) ? "true" : value);
        if (key.equals(DHCP6)) config.put(DHCP6_STATEFUL, value.equals(STATEFUL) ? "true" : "");
    }

    private static boolean isTrue(String value) {
        return value != null && Set.of("true", "1", "yes", "on").contains(value.toLowerCase(Locale.ROOT));
    }

    private static Kind kind(Change change) {
        return change.wanted().orElseThrow().declaration().kind();
    }

    private static List<String> usedBy(JsonNode network) {
        List<String> users = new ArrayList<>();
        network.path("used_by").forEach(u -> users.add(u.asText()));
        return users;
    }
}
