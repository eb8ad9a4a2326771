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
 */
public record Attribute(String path, Type type, String doc, boolean required, boolean perMember, String key,
        String absent, String serverDefault, boolean pending) {

    public Attribute(String path, Type type, String doc) {
        this(path, type, doc, false, false, "", "", "", false);
    }

    public Attribute mandatory() {
        return new Attribute(path, type, doc, true, perMember, key, absent, serverDefault, pending);
    }

    public Attribute eachMember() {
        return new Attribute(path, type, doc, required, true, key, absent, serverDefault, pending);
    }

    public Attribute key(String serverKey) {
        return new Attribute(path, type, doc, required, perMember, serverKey, absent, serverDefault, pending);
    }

    public Attribute absent(String value) {
        return new Attribute(path, type, doc, required, perMember, key, value, serverDefault, pending);
    }

    public Attribute serverDefault(String words) {
        return new Attribute(path, type, doc, required, perMember, key, absent, words, pending);
    }

    /** It is read and checked, and no plan takes it yet. */
    public Attribute unbuilt() {
        return new Attribute(path, type, doc, required, perMember, key, absent, serverDefault, true);
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
