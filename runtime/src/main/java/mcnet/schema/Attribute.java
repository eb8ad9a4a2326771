package mcnet.schema;

/**
 * One attribute of a kind.
 *
 * @param path its spelling within the declaration, blocks before dots: {@code ipv4.address}
 * @param doc what it is for, one or two sentences
 * @param required a declaration without it is an error
 * @param perMember the server keeps a value for each member, so {@code on MEMBER} may set it
 * @param key the server's key for it, or empty where a module translates it itself
 * @param absent what is sent, as a wish of its own, where the declaration does not say it; empty: nothing
 * @param serverDefault what the server does without the key, as a person would say it; may be empty
 * @param pending it belongs to the language, and nothing sends it yet: it is checked, and no plan takes it
 * @param extension the server's API extension without which it has no such key; empty: every server has it
 * @param spoken a sentence says it, {@code otherwise reject ingress}: it cannot be written as an attribute
 */
public record Attribute(String path, Type type, String doc, boolean required, boolean perMember, String key,
        String absent, String serverDefault, boolean pending, String extension, boolean spoken) {

    /** What others look after: it is said where the thing is made, and not looked at any more. */
    public static final Attribute IGNORE = new Attribute("ignore", new Type.ListOf(new Type.Label()),
            "Attributes that are managed elsewhere: set at creation, ignored afterwards.");

    public Attribute(String path, Type type, String doc) {
        this(path, type, doc, false, false, "", "", "", false, "", false);
    }

    /** The same under another path. */
    Attribute called(String other) {
        return new Attribute(other, type, doc, required, perMember, key, absent, serverDefault, pending, extension,
                spoken);
    }

    public Attribute mandatory() {
        return new Attribute(path, type, doc, true, perMember, key, absent, serverDefault, pending, extension, spoken);
    }

    public Attribute eachMember() {
        return new Attribute(path, type, doc, required, true, key, absent, serverDefault, pending, extension, spoken);
    }

    public Attribute key(String serverKey) {
        return new Attribute(path, type, doc, required, perMember, serverKey, absent, serverDefault, pending, extension,
                spoken);
    }

    public Attribute absent(String value) {
        return new Attribute(path, type, doc, required, perMember, key, value, serverDefault, pending, extension,
                spoken);
    }

    public Attribute serverDefault(String words) {
        return new Attribute(path, type, doc, required, perMember, key, absent, words, pending, extension, spoken);
    }

    /** It is read and checked, and no plan takes it yet. */
    public Attribute unbuilt() {
        return new Attribute(path, type, doc, required, perMember, key, absent, serverDefault, true, extension, spoken);
    }

    /** @param apiExtension what a server that has the key lists in {@code api_extensions} of {@code GET /1.0} */
    public Attribute since(String apiExtension) {
        return new Attribute(path, type, doc, required, perMember, key, absent, serverDefault, pending, apiExtension,
                spoken);
    }

    /** A sentence says it, and no attribute. */
    public Attribute bySentence() {
        return new Attribute(path, type, doc, required, perMember, key, absent, serverDefault, pending, extension,
                true);
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
