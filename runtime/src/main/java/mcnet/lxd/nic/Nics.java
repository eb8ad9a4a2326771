package mcnet.lxd.nic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lxd.Paths;
import mcnet.lxd.project.Projects;
import mcnet.lxd.traffic.DefaultRules;
import mcnet.model.Declaration;
import mcnet.model.FreeKey;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.DesiredAttributes;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.ResourceId;
import mcnet.schema.Attribute;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;

/**
 * NICs as devices. Each attribute of a NIC is a field of its owner, {@code eth0.ipv4.address}; devices that nobody
 * declares are left alone ({@code lxd/device/nic_ovn.go validateConfig}).
 */
public final class Nics {
    /** The config key that names the devices which mcnet added, with commas between them. */
    public static final String ADDED = "user.mcnet.nics";
    private static final String ADDRESS = "address";

    private Nics() {}

    /** The owner's own fields and those of its NICs. */
    public static DesiredResource desired(Declaration owner, PlanningContext now) {
        DesiredResource plain = DesiredAttributes.of(owner, now.cluster());
        SequencedMap<Field, DesiredValue> values = new LinkedHashMap<>(plain.values());
        List<ResourceId> needs = new ArrayList<>(plain.needs());
        owner.nested(KindName.NIC).forEach(nic -> {
            DesiredResource inner = DefaultRules.with(DesiredAttributes.of(nic, now.cluster()));
            inner.values().forEach((field, value) -> put(values, nic, field.attribute(), value));
            nic.setting(ADDRESS).ifPresent(s -> put(values, nic, family(s) + "." + ADDRESS, s));
            needs.addAll(inner.needs());
        });
        return new DesiredResource(owner, values, needs.stream().distinct().toList());
    }

    private static String family(Setting address) {
        return ((Value.Address) address.value()).address().isIPv4() ? "ipv4" : "ipv6";
    }

    private static void put(SequencedMap<Field, DesiredValue> values, Declaration nic, String path, Setting setting) {
        put(values, nic, path, new DesiredValue(Field.of(path), setting.value().text(), setting.span(), true));
    }

    private static void put(SequencedMap<Field, DesiredValue> values, Declaration nic, String path,
            DesiredValue value) {
        Field field = Field.of(nic.name() + "." + path);
        values.put(field, new DesiredValue(field, value.value(), value.span(), value.declared()));
    }

    /** An instance's own devices, and those of its profiles that it has not overridden. */
    public static ObjectNode effective(JsonNode instance) {
        ObjectNode devices = JsonNodeFactory.instance.objectNode();
        if (instance.path("expanded_devices").isObject())
            devices.setAll((ObjectNode) instance.path("expanded_devices"));
        if (instance.path("devices").isObject()) devices.setAll((ObjectNode) instance.path("devices"));
        return devices;
    }

    /** The fields of devices as an object has them. */
    public static SequencedMap<Field, String> values(JsonNode devices) {
        SequencedMap<Field, String> values = new LinkedHashMap<>();
        devices.properties().forEach(device -> {
            if (!device.getValue().path("type").asText().equals(KindName.NIC)) return;
            device.getValue().properties().forEach(entry -> path(entry.getKey())
                    .ifPresent(path -> values.put(Field.of(device.getKey() + "." + path), entry.getValue().asText())));
        });
        return values;
    }

    /** The type of a field of a NIC. */
    public static Optional<Attribute> attribute(String field) {
        int dot = field.indexOf('.');
        return dot < 0 ? Optional.empty() : kind().attribute(field.substring(dot + 1));
    }

    /**
     * Whether a change makes LXD take a NIC out and put it in anew, which loses its address: all but that of its ACLs
     * does ({@code lxd/device/nic_ovn.go UpdatableFields}).
     */
    public static boolean replugs(Change change) {
        return change.differences().stream().filter(d -> d.changes() && !d.before().equals(d.after()))
                .anyMatch(d -> attribute(d.field().attribute()).filter(a -> !a.path().equals("acls")).isPresent());
    }

    private static Kind kind() {
        return IndexFile.shipped().kind(KindName.NIC).orElseThrow();
    }

    private static Optional<String> path(String key) {
        if (key.equals("type") || key.equals("name")) return Optional.empty();
        Optional<String> typed = kind().attributes().stream().filter(a -> a.key().equals(key)).map(Attribute::path)
                .findFirst();
        return typed.or(() -> Optional.of("lxd." + key));
    }

    /** The device's key of a field of a NIC, without the NIC's name in front. */
    static Optional<String> key(String path) {
        if (path.startsWith("lxd.")) return Optional.of(path.substring("lxd.".length()));
        return kind().attribute(path).map(Attribute::key).filter(k -> !k.isEmpty());
    }

    /** What devices refer to. */
    public static Set<ResourceId> needs(JsonNode devices, String project) {
        Set<ResourceId> needs = new LinkedHashSet<>();
        for (JsonNode device : devices) {
            if (!device.path("type").asText().equals(KindName.NIC)) continue;
            if (device.has("network"))
                for (String kind : List.of(KindName.NETWORK, KindName.UPLINK, KindName.BRIDGE, KindName.FAN))
                    needs.add(new ResourceId(kind, kind.equals(KindName.NETWORK) ? project : "", "",
                            device.path("network").asText()));
            for (String acl : device.path("security.acls").asText().split(","))
                if (!acl.isBlank()) needs.add(new ResourceId(KindName.ACL, project, "", acl.strip()));
        }
        return needs;
    }

    /**
     * The devices that an object is to have.
     *
     * @param before those that it has itself
     * @param inherited those that it would have from elsewhere: a NIC of the same name is the pattern for a new one
     * @param ours those that mcnet added before
     */
    public static ObjectNode devices(Change change, JsonNode before, JsonNode inherited, Set<String> ours) {
        ObjectNode devices = before.isObject() ? before.deepCopy() : JsonNodeFactory.instance.objectNode();
        Set<String> declared = change.desired().map(Nics::names).orElse(Set.of());
        ours.stream().filter(name -> !declared.contains(name)).forEach(devices::remove);
        for (String name : declared) if (!devices.has(name)) devices.set(name, fresh(name, inherited));
        Map<Field, String> values = new LinkedHashMap<>();
        change.desired().ifPresent(w -> w.values().forEach((field, value) -> values.put(field, value.value())));
        for (Difference d : change.differences()) values.put(d.field(), d.after());
        values.forEach((field, value) -> set(devices, field.attribute(), value));
        return devices;
    }

    /** An instance as the server has it, its devices and what the server noted about them included. */
    public static Query instance(ResourceId id) {
        return Query.cluster(Projects.in(id.project(), "/1.0/instances/" + Paths.encode(id.name())));
    }

    /** Whether the network of a NIC is one without OVN. */
    public static boolean isBridged(Declaration carrier, String name) {
        return carrier.nested(KindName.NIC).filter(nic -> nic.name().equals(name)).anyMatch(FreeKey::isBridged);
    }

    /** The NICs that a file declares. */
    public static Set<String> names(DesiredResource desired) {
        return desired.declaration().nested(KindName.NIC).map(Declaration::name)
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    /**
     * The declared NICs that the object did not have itself before.
     *
     * @param own its own devices now
     * @param ours those that mcnet added before
     */
    public static List<String> added(Change change, JsonNode own, Set<String> ours) {
        return names(change.desired().orElseThrow()).stream().filter(n -> ours.contains(n) || !own.has(n)).toList();
    }

    /** The names that {@link #ADDED} holds. */
    public static Set<String> added(JsonNode config) {
        return Arrays.stream(config.path(ADDED).asText().split(",")).filter(n -> !n.isEmpty())
                .collect(Collectors.toCollection(LinkedHashSet::new));
    }

    private static ObjectNode fresh(String name, JsonNode inherited) {
        JsonNode pattern = inherited.path(name);
        if (pattern.path("type").asText().equals(KindName.NIC)) return pattern.deepCopy();
        return JsonNodeFactory.instance.objectNode().put("type", KindName.NIC).put("name", name);
    }

    private static void set(ObjectNode devices, String field, String value) {
        int dot = field.indexOf('.');
        if (dot < 0 || !(devices.get(field.substring(0, dot)) instanceof ObjectNode device)) return;
        key(field.substring(dot + 1)).ifPresent(key -> {
            if (value.isEmpty()) device.remove(key);
            else
                device.put(key, value);
        });
    }
}
