package mcnet.module;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.type.TypeReference;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeMap;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Found;
import mcnet.plan.Mark;
import mcnet.plan.Reason;
import mcnet.plan.Wish;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;
import mcnet.schema.SecretKey;
import mcnet.schema.Type;

/**
 * What an object was like when a program adopted it, noted beside the mark: {@code destroy} gives back so what it did not
 * make. Secrets are not noted, nor sets, as the rules of an ACL, nor what each member has for itself.
 */
public final class Adoption {
    /** The config key of the note: a JSON object of the server's keys, with the value that each had, empty for none. */
    public static final String KEY = "user.mcnet.adopted";

    private static final ObjectMapper JSON = new ObjectMapper();
    private static final TypeReference<TreeMap<String, String>> KEYS = new TypeReference<>() {
    };

    private Adoption() {}

    /**
     * What a change of an object adds to its config: of each key that the program declares what it was like before.
     *
     * @param held the object's config now
     * @return empty where the program made the object
     */
    static Map<String, String> note(Change change, Map<String, String> held) {
        if (change.action() != Action.CHANGE) return Map.of();
        Found found = change.found().orElseThrow();
        if (found.always() || found.mark().isPresent() && found.mark().get().adopted().isEmpty()) return Map.of();
        Map<String, String> noted = found.mark().flatMap(Mark::adopted).map(Adoption::read).orElseGet(TreeMap::new);
        Set<String> before = found.mark().map(Mark::keys).orElse(Set.of());
        Kind kind = change.wanted().orElseThrow().declaration().kind();
        for (Wish wish : change.wanted().get().wishes().values()) {
            String path = wish.field().attribute();
            if (!wish.declared() || wish.field().isElement() || !wish.field().member().isEmpty()) continue;
            if (before.contains(path) || isSecret(kind, path)) continue;
            LxdConfig.key(kind, path).filter(k -> !Mark.isMark(k))
                    .ifPresent(key -> noted.putIfAbsent(key, held.getOrDefault(key, "")));
        }
        return Map.of(KEY, write(noted));
    }

    private static boolean isSecret(Kind kind, String path) {
        return kind.field(path).map(Attribute::type).filter(Type.Secret.class::isInstance).isPresent()
                || SecretKey.is(path);
    }

    /** What is not any more as it was when the object was adopted. */
    public static List<Difference> differences(Found found, Kind kind) {
        Map<String, String> noted = found.mark().flatMap(Mark::adopted).map(Adoption::read).orElseGet(TreeMap::new);
        List<Difference> differences = new ArrayList<>();
        LxdConfig.values(noted, kind).forEach((field, before) -> {
            if (!found.value(field).equals(before))
                differences.add(new Difference(field, found.value(field), before, Reason.NO_LONGER_SAID, null, ""));
        });
        return differences;
    }

    /** The keys that a release puts back, with the values that they had; none where it leaves all as it is. */
    static SequencedMap<String, String> putBack(Change change) {
        SequencedMap<String, String> keys = new LinkedHashMap<>();
        if (change.action() != Action.RELEASE || change.differences().isEmpty()) return keys;
        change.found().flatMap(Found::mark).flatMap(Mark::adopted).map(Adoption::read).ifPresent(keys::putAll);
        return keys;
    }

    private static Map<String, String> read(String text) {
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
