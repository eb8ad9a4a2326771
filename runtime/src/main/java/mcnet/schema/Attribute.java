package mcnet.schema;

import java.util.Set;

/**
 * One attribute of a kind.
 *
 * @param path its spelling within the declaration, blocks before dots: {@code ipv4.address}
 * @param doc what it is for, one or two sentences
 * @param server the server's key for it
 */
public record Attribute(String path, Type type, String doc, ServerKey server, Set<AttributeTrait> traits) {

    public Attribute {
        traits = Set.copyOf(traits);
    }

    public Attribute(String path, Type type, String doc) {
        this(path, type, doc, ServerKey.NONE, Set.of());
    }

    /** The same for an object of a part: under another path, for another key. */
    Attribute called(String otherPath, String otherKey) {
        return new Attribute(otherPath, type, doc, server.named(otherKey), traits);
    }

    public boolean isRequired() {
        return traits.contains(AttributeTrait.REQUIRED);
    }

    public boolean isPerMember() {
        return traits.contains(AttributeTrait.PER_MEMBER);
    }

    public boolean isSupported() {
        return !traits.contains(AttributeTrait.UNSUPPORTED);
    }

    public boolean isStatement() {
        return traits.contains(AttributeTrait.STATEMENT);
    }

    public boolean isKeptOnRelease() {
        return traits.contains(AttributeTrait.KEPT_ON_RELEASE);
    }

    /** The server's key, or empty. */
    public String key() {
        return server.name();
    }

    /** The name of the block it stands in, or empty. */
    public String block() {
        int dot = path.lastIndexOf('.');
        return dot < 0 ? "" : path.substring(0, dot);
    }

    /** The last word of its path, as it is written inside its block. */
    public String name() {
        return path.substring(path.lastIndexOf('.') + 1);
    }
}
