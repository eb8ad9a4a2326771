package mcnet.plan;

import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.TreeSet;

/**
 * What mcnet writes on each thing it makes: whose it is, which thing it is and which attributes the file declared. There
 * is no time in it, so that the same file leaves the same mark.
 *
 * @param program the owner, from {@code program NAME}
 * @param keys paths of the declared attributes, sorted
 * @param format the version of the notation
 * @param object the thing that it was written on, {@code profile acme.small}; empty in marks of older versions
 * @param uuid the server's UUID of that thing; empty where the server gives none
 * @param carrier the server's UUID of the thing on which the mark was found, or empty
 * @param adopted that the program did not make it, and what it was like before, as a text; empty where it did
 */
public record Mark(String program, Set<String> keys, String format, String object, String uuid, String carrier,
        Optional<String> adopted) {
    /** The version of this notation. */
    public static final String FORMAT = "1";

    /** Only instances have one ({@code lxd/instance/instance_utils.go}); it stays when they are renamed or moved. */
    private static final String UUID = "volatile.uuid";
    /** All versions that can be read. */
    public static final List<String> FORMATS = List.of("1");

    /** What the mark's keys begin with in an LXD object's config. */
    public static final String PREFIX = "user.mcnet.";

    /** What they begin with in Open vSwitch's external_ids, where dots would mislead. */
    public static final String OVS = "mcnet-";

    public Mark {
        keys = new TreeSet<>(keys);
    }

    /** A mark that does not say which thing it was written on, as those of older versions. */
    public Mark(String program, Set<String> keys) {
        this(program, keys, FORMAT, "", "", "", Optional.empty());
    }

    /** The mark of a thing that is to be made or changed. */
    static Mark of(String program, Set<String> keys, ResourceId id) {
        return new Mark(program, keys, FORMAT, id.toString(), "", "", Optional.empty());
    }

    /** The same for a thing to which the server gave this UUID. */
    public Mark with(String serversUuid) {
        return new Mark(program, keys, format, object, serversUuid, serversUuid, adopted);
    }

    /** The same that tells of these attributes. */
    public Mark telling(Set<String> paths) {
        return new Mark(program, paths, format, object, uuid, carrier, adopted);
    }

    /** The same for a thing that has got another name since. */
    public Mark renamed(ResourceId id) {
        return new Mark(program, keys, format, id.toString(), uuid, carrier, adopted);
    }

    /** Whether it was written on this thing, as far as it tells: {@code lxc copy} copies the mark too. */
    public boolean speaksOf(ResourceId id) {
        return speaksOfName(id) && !isCopy();
    }

    /** Whether it names this thing, be it another of the same name. */
    public boolean speaksOfName(ResourceId id) {
        return object.isEmpty() || object.equals(id.toString());
    }

    /** The server has given another UUID to what the mark stands on. */
    public boolean isCopy() {
        return !uuid.isEmpty() && !carrier.isEmpty() && !uuid.equals(carrier);
    }

    /** The mark as an LXD object's config keys. */
    public SequencedMap<String, String> config() {
        SequencedMap<String, String> config = config(PREFIX);
        if (!object.isEmpty()) config.put(PREFIX + "object", object);
        if (!uuid.isEmpty()) config.put(PREFIX + "uuid", uuid);
        return config;
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
        return Optional.of(new Mark(program, keys.isEmpty() ? Set.of() : Set.copyOf(Arrays.asList(keys.split(","))),
                config.getOrDefault(prefix + "format", FORMAT), config.getOrDefault(prefix + "object", ""),
                config.getOrDefault(prefix + "uuid", ""), config.getOrDefault(UUID, ""),
                Optional.ofNullable(config.get(prefix + "adopted")).filter(a -> !a.isEmpty())));
    }

    /**
     * The format of a mark that is there and cannot be read; a mark without format is of the first one.
     *
     * @param prefix {@link #PREFIX} or {@link #OVS}
     */
    public static Optional<String> unknownFormat(Map<String, String> config, String prefix) {
        return Optional.ofNullable(config.get(prefix + "format")).filter(f -> !FORMATS.contains(f));
    }

    /** Whether a config key is mcnet's, a part of the mark or a note beside it. */
    public static boolean isMark(String key) {
        return key.startsWith(PREFIX);
    }
}
