package mcnet.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.SequencedMap;
import java.util.TreeSet;

/**
 * What mcnet writes on each thing it makes: whose it is and which attributes the file declared. There is no time in it,
 * so that the same file leaves the same mark.
 *
 * @param program the owner, from {@code program NAME}
 * @param keys paths of the declared attributes, sorted
 */
public record Mark(String program, Set<String> keys) {
    /** The version of this notation. */
    public static final String FORMAT = "1";

    private static final String PREFIX = "user.mcnet.";

    public Mark {
        keys = new TreeSet<>(keys);
    }

    /** The mark as an LXD object's config keys. */
    public SequencedMap<String, String> config() {
        return config(PREFIX);
    }

    /** The mark with another prefix: {@code mcnet-} for Open vSwitch's external_ids, where dots would mislead. */
    public SequencedMap<String, String> config(String prefix) {
        SequencedMap<String, String> config = new LinkedHashMap<>();
        config.put(prefix + "program", program);
        config.put(prefix + "format", FORMAT);
        config.put(prefix + "keys", String.join(",", keys));
        return config;
    }

    public static Optional<Mark> of(Map<String, String> config) {
        return of(config, PREFIX);
    }

    public static Optional<Mark> of(Map<String, String> config, String prefix) {
        String program = config.getOrDefault(prefix + "program", "");
        if (program.isEmpty()) return Optional.empty();
        String keys = config.getOrDefault(prefix + "keys", "");
        return Optional.of(new Mark(program, keys.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(keys.split(",")))));
    }

    /** Whether a config key is mcnet's, a part of the mark or a note beside it. */
    public static boolean isMark(String key) {
        return key.startsWith(PREFIX);
    }
}
