package mcnet.module.declaration;

import java.util.EnumSet;
import java.util.Set;
import mcnet.schema.Attribute;
import mcnet.schema.AttributeTrait;
import mcnet.schema.ServerKey;
import mcnet.schema.Type;

/** The words inside of {@code attribute('mtu', …) { … }}. */
public final class AttributeBuilder {
    private final String path;
    private final Type type;
    private final String doc;
    private final Set<AttributeTrait> traits = EnumSet.noneOf(AttributeTrait.class);
    private ServerKey server = ServerKey.NONE;

    AttributeBuilder(String path, Type type, String doc) {
        this.path = path;
        this.type = type;
        this.doc = doc;
    }

    Attribute attribute() {
        return new Attribute(path, type, doc, server, traits);
    }

    /** A declaration without it is an error. */
    public void required() {
        traits.add(AttributeTrait.REQUIRED);
    }

    /** The server keeps a value for each member. */
    public void perMember() {
        traits.add(AttributeTrait.PER_MEMBER);
    }

    /** It is read and checked, and no plan takes it yet. */
    public void unsupported() {
        traits.add(AttributeTrait.UNSUPPORTED);
    }

    /** A statement sets it, and no attribute. */
    public void statement() {
        traits.add(AttributeTrait.STATEMENT);
    }

    /** Letting go of an adopted object leaves it as it is then. */
    public void keptOnRelease() {
        traits.add(AttributeTrait.KEPT_ON_RELEASE);
    }

    /** The server's key for it. */
    public void key(String serverKey) {
        server = server.named(serverKey);
    }

    /** What is sent where the declaration does not set it. */
    public void whenUnset(String value) {
        server = server.whenUnset(value);
    }

    /** What the server does without the key, as a person would say it. */
    public void serverDefault(String words) {
        server = server.serverDefault(words);
    }

    /**
     * @param apiExtension what a server that has the key lists in {@code api_extensions} of {@code GET /1.0}; or the
     *     section and key of its metadata, where no extension tells of it ({@code FirstReleases})
     */
    public void since(String apiExtension) {
        server = server.since(apiExtension);
    }
}
