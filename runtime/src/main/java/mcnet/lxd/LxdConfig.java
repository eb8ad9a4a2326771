package mcnet.lxd;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.module.StepBuilder;
import mcnet.plan.Change;
import mcnet.plan.DesiredValue;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;

/** The config of LXD's objects: which attribute is which key, what a change makes of them. */
public final class LxdConfig {
    /** The description is no config key, but a field beside them. */
    public static final String DESCRIPTION = "description";

    private LxdConfig() {}

    /** The values of a config under the attributes of {@code kind}, without those that each member has for itself. */
    public static SequencedMap<Field, String> values(Map<String, String> config, Kind kind) {
        SequencedMap<Field, String> values = new LinkedHashMap<>();
        Set<String> typed = new HashSet<>(KeySpelling.parts());
        for (Attribute attribute : kind.attributes()) {
            if (attribute.key().isEmpty()) continue;
            typed.add(attribute.key());
            if (attribute.isPerMember()) continue;
            String value = KeySpelling.read(attribute.key(), config);
            if (value.isEmpty() && !config.containsKey(attribute.key())) continue;
            if (KeySpelling.isSpelledBy(attribute, value)) values.put(Field.of(attribute.path()), value);
        }
        KeySpelling.untold(typed, config).ifPresent(key -> values.put(Field.of("lxd." + key), config.get(key)));
        config.keySet().stream().filter(k -> !typed.contains(k) && !Mark.isMark(k))
                .forEach(k -> values.put(Field.of(kind.keyed(k).map(Attribute::path)
                        .orElse(k.startsWith("user.") ? k : "lxd." + k)), config.get(k)));
        return values;
    }

    /** What an object holds now under these keys, in the server's spelling: what a change of them relies on. */
    public static SequencedMap<String, String> held(JsonNode object, Set<String> keys) {
        SequencedMap<String, String> config = of(object);
        SequencedMap<String, String> held = new LinkedHashMap<>();
        keys.forEach(key -> held.put(key, config.getOrDefault(key, "")));
        return held;
    }

    /** The config of an object's answer, the description as one of its keys. */
    public static SequencedMap<String, String> of(JsonNode object) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        object.path("config").properties().forEach(e -> config.put(e.getKey(), e.getValue().asText()));
        String description = object.path(DESCRIPTION).asText();
        if (!description.isEmpty()) config.put(DESCRIPTION, description);
        return config;
    }

    /** The server's key of an attribute; empty where it is no key, and the module says it in its own way. */
    static Optional<String> key(Kind kind, String path) {
        if (path.startsWith("lxd.")) return Optional.of(path.substring("lxd.".length()));
        if (path.startsWith("user.")) return Optional.of(path);
        return kind.field(path).map(Attribute::key).filter(k -> !k.isEmpty());
    }

    /** The keys of the whole cluster that a new network is created with. */
    public static SequencedMap<String, String> initial(Change change) {
        return initial(change, "");
    }

    /** Those that it is defined with on one member; of the whole cluster where {@code member} is empty. */
    public static SequencedMap<String, String> initial(Change change, String member) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (DesiredValue value : change.desired().orElseThrow().values().values()) {
            if (value.field().member().equals(member) && !value.field().isElement()) {
                put(config, key(kind(change), value.field().attribute()), value.value());
            }
        }
        return config;
    }

    /** The keys that change on one member, or for the whole cluster where {@code member} is empty. */
    public static SequencedMap<String, String> after(Change change, String member) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            if (d.changes() && d.field().member().equals(member) && !d.field().isElement())
                put(config, key(kind(change), d.field().attribute()), d.after());
        }
        return config;
    }

    /** What the keys of {@link #after} are now. */
    public static SequencedMap<String, String> before(Change change, String member) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            if (d.changes() && d.field().member().equals(member) && !d.field().isElement())
                put(config, key(kind(change), d.field().attribute()), d.before());
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
        body.set("config", StepBuilder.config(keys));
        return body;
    }

    /** The description as it is on the cluster now. */
    public static String description(Change change) {
        return change.found().map(f -> f.value(DESCRIPTION)).orElse("");
    }

    /** What can be written of an object, as it is: for a PUT to rely on. */
    public static ObjectNode writable(JsonNode object, String... fields) {
        ObjectNode writable = JsonNodeFactory.instance.objectNode();
        writable.put(DESCRIPTION, object.path(DESCRIPTION).asText());
        writable.set("config", object.path("config").isObject()
                ? object.path("config").deepCopy()
                : JsonNodeFactory.instance.objectNode());
        for (String field : fields) writable.set(field, object.path(field).deepCopy());
        return writable;
    }

    /** The body of a PUT: the object as it is, with what a change makes of its description and config. */
    public static ObjectNode whole(Change change, JsonNode object, String program) {
        SequencedMap<String, String> config = of(object);
        config.putAll(after(change, ""));
        config.putAll(change.desired().orElseThrow().mark(program).config());
        config.putAll(Adoption.note(change, of(object)));
        config.values().removeIf(String::isEmpty);
        return body(config, "");
    }

    /** An object's body without the mark and all that mcnet wrote beside it, with what a change puts back. */
    public static ObjectNode released(ObjectNode body, Change change) {
        SequencedMap<String, String> config = of(body);
        config.putAll(Adoption.putBack(change));
        config.values().removeIf(String::isEmpty);
        ObjectNode copy = body.deepCopy();
        copy.setAll(body(config, ""));
        return unmarked(copy);
    }

    /** An object's body without the mark and all that mcnet wrote beside it. */
    public static ObjectNode unmarked(ObjectNode body) {
        ObjectNode copy = body.deepCopy();
        ObjectNode config = (ObjectNode) copy.get("config");
        List<String> keys = new ArrayList<>();
        config.fieldNames().forEachRemaining(keys::add);
        keys.stream().filter(Mark::isMark).forEach(config::remove);
        return copy;
    }

    private static void put(Map<String, String> config, Optional<String> known, String value) {
        if (known.isEmpty()) return;
        String key = known.get();
        // Where one word takes the place of another for the same key, what the other leaves is no value.
        if (value.isEmpty() && !config.getOrDefault(key, "").isEmpty()) return;
        KeySpelling.write(config, key, value);
    }

    /** As LXD reads it ({@code shared/util.go IsTrue}). */
    public static boolean isTrue(String value) {
        return value != null && Set.of("true", "1", "yes", "on").contains(value.toLowerCase(Locale.ROOT));
    }

    private static Kind kind(Change change) {
        return change.desired().orElseThrow().declaration().kind();
    }
}
