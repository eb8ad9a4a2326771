package mcnet.schema;

import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A kind that is no object of the server, but keys of the object around it: {@code neighbor tor1 { address = … }} of an
 * uplink is its key {@code bgp.peers.tor1.address}.
 *
 * @param keys what stands before the name in the server's keys
 */
public record PartKind(String keys, Kind kind) {
    /** {@link NamingRule#KEY}: a dot in a name would be another key. */
    private static final Pattern NAME = Pattern.compile("[^.\\p{Cntrl}]+");

    /** What a field of a part is called in the object around it. */
    public String path(String name, String attribute) {
        return kind.name() + "." + name + "." + attribute;
    }

    /** The name in a path, where it is one of such a part. */
    public Optional<String> name(String path) {
        return read(kind.name() + ".", path).map(words -> words[0]);
    }

    /** @param path as {@link #path} makes it */
    Optional<Attribute> attribute(String path) {
        return read(kind.name() + ".", path)
                .flatMap(words -> kind.attribute(words[1]).map(attribute -> of(words[0], attribute)));
    }

    /** @param key of the server */
    Optional<Attribute> keyed(String key) {
        return read(keys, key).flatMap(words -> kind.attributes().stream().filter(a -> a.key().equals(words[1]))
                .findFirst().map(attribute -> of(words[0], attribute)));
    }

    private Attribute of(String name, Attribute attribute) {
        return attribute.called(path(name, attribute.path()), keys + name + "." + attribute.key());
    }

    /** The name and what stands behind it. */
    private static Optional<String[]> read(String start, String text) {
        if (!text.startsWith(start)) return Optional.empty();
        String[] words = text.substring(start.length()).split("\\.", 2);
        return Optional.of(words).filter(w -> w.length == 2 && NAME.matcher(w[0]).matches());
    }
}
