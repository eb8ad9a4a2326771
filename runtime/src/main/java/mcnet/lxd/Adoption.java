package mcnet.lxd;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredValue;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.Reason;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;
import mcnet.schema.SecretKey;
import mcnet.schema.Type;

/**
 * What an object was like when a program adopted it, noted beside the mark: so it is given back when the program lets go of
 * what it did not make. Secrets are not noted, nor sets, as the rules of an ACL, nor what each member has for itself; of
 * those the note says which ones the program has changed, for they stay as they are then.
 */
public final class Adoption {
    /** The config key of the note: a JSON object of the server's keys, with the value that each had, empty for none. */
    public static final String KEY = "user.mcnet.adopted";

    /** Among those keys, the attributes that were changed and cannot be put back, with commas. No key of the server's. */
    private static final String CHANGED = "(changed)";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> KEYS = new TypeReference<>() {
    };

    private Adoption() {}

    /**
     * What a change of an object adds to its config: of each key that the program sets what it was like before.
     *
     * @param held the object's config now
     * @return empty where the program made the object
     */
    static Map<String, String> note(Change change, Map<String, String> held) {
        if (change.action() != Action.CHANGE) return Map.of();
        ObservedResource found = change.found().orElseThrow();
        if (found.always() || found.mark().isPresent() && found.mark().get().adopted().isEmpty()) return Map.of();
        TreeMap<String, String> noted = noted(found);
        Set<String> before = found.mark().map(Mark::keys).orElse(Set.of());
        Kind kind = change.desired().orElseThrow().declaration().kind();
        for (DesiredValue value : change.desired().get().values().values())
            if (value.declared() && !before.contains(value.field().attribute()))
                key(value.field(), kind).ifPresent(key -> noted.putIfAbsent(key, held.getOrDefault(key, "")));
        Set<String> changed = changed(noted);
        for (Difference d : change.differences()) {
            if (!d.changes()) continue;
            Optional<String> key = key(d.field(), kind);
            if (key.isPresent()) noted.putIfAbsent(key.get(), held.getOrDefault(key.get(), ""));
            else if (isOfKind(d.field(), kind)) changed.add(d.field().attribute());
        }
        if (!changed.isEmpty()) noted.put(CHANGED, String.join(",", changed));
        return Map.of(KEY, write(noted));
    }

    /** Under which key the note holds a value; empty where it does not. */
    private static Optional<String> key(Field field, Kind kind) {
        boolean kept = kind.field(field.attribute()).filter(Attribute::isKeptOnRelease).isPresent();
        if (field.isElement() || kept || !field.member().isEmpty() || isSecret(kind, field.attribute()))
            return Optional.empty();
        return LxdConfig.key(kind, field.attribute()).filter(k -> !Mark.isMark(k));
    }

    /** Not a NIC of a profile: what those were like is noted by {@link mcnet.lxd.nic.OriginalNics}. */
    private static boolean isOfKind(Field field, Kind kind) {
        return field.isElement() || kind.field(field.attribute()).isPresent() || isSecret(kind, field.attribute());
    }

    private static boolean isSecret(Kind kind, String path) {
        return kind.field(path).map(Attribute::type).filter(Type.Secret.class::isInstance).isPresent()
                || SecretKey.is(path);
    }

    /** What is not any more as it was when the object was adopted. */
    public static List<Difference> differences(ObservedResource found, Kind kind) {
        TreeMap<String, String> noted = noted(found);
        noted.remove(CHANGED);
        List<Difference> differences = new ArrayList<>();
        LxdConfig.values(noted, kind).forEach((field, before) -> {
            if (!found.value(field).equals(before))
                differences.add(new Difference(field, found.value(field), before, Reason.NO_LONGER_DECLARED, null, ""));
        });
        return differences;
    }

    /** The attributes that the program has changed since, and of which nobody knows what they were like. */
    public static List<String> kept(ObservedResource found) {
        return List.copyOf(changed(noted(found)));
    }

    /** The keys that a release puts back, with the values that they had; none where it leaves all as it is. */
    static SequencedMap<String, String> putBack(Change change) {
        SequencedMap<String, String> keys = new LinkedHashMap<>();
        if (change.action() != Action.RELEASE || change.differences().isEmpty()) return keys;
        change.found().map(Adoption::noted).ifPresent(keys::putAll);
        keys.remove(CHANGED);
        return keys;
    }

    private static TreeMap<String, String> noted(ObservedResource found) {
        return found.mark().flatMap(Mark::adopted).map(Adoption::read).orElseGet(TreeMap::new);
    }

    private static TreeSet<String> changed(Map<String, String> noted) {
        return new TreeSet<>(Arrays.stream(noted.getOrDefault(CHANGED, "").split(",")).filter(path -> !path.isEmpty())
                .toList());
    }

    private static TreeMap<String, String> read(String text) {
        try {
            return JSON.readValue(text, KEYS);
        } catch (JsonProcessingException e) {
            // A hand wrote there: then nothing is known but that it was adopted.
            return new TreeMap<>();
        }
    }

    private static String write(Map<String, String> keys) {
        try {
            return JSON.writeValueAsString(keys);
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }
}
