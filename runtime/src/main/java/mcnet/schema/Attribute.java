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
 */
public record Attribute(String path, Type type, String doc, boolean required, boolean perMember, String key,
        String absent, String serverDefault) {

    public Attribute(String path, Type type, String doc) {
        this(path, type, doc, false, false, "", "", "");
    }

    public Attribute mandatory() {
        return new Attribute(path, type, doc, true, perMember, key, absent, serverDefault);
    }

    public Attribute eachMember() {
        return new Attribute(path, type, doc, required, true, key, absent, serverDefault);
    }

    public Attribute key(String serverKey) {
        return new Attribute(path, type, doc, required, perMember, serverKey, absent, serverDefault);
    }

    public Attribute absent(String value) {
        return new Attribute(path, type, doc, required, perMember, key, value, serverDefault);
    }

    public Attribute serverDefault(String words) {
        return new Attribute(path, type, doc, required, perMember, key, absent, words);
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
