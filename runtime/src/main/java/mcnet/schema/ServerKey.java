package mcnet.schema;

/**
 * The key of a server's config that an attribute stands for.
 *
 * @param name the key, or empty where a module translates the attribute itself
 * @param whenUnset what is sent where the declaration does not set the attribute; empty: nothing
 * @param serverDefault what the server does without the key, as a person would say it; may be empty
 * @param extension the server's API extension without which it has no such key; empty: every server has it
 */
public record ServerKey(String name, String whenUnset, String serverDefault, String extension) {
    public static final ServerKey NONE = new ServerKey("", "", "", "");

    public ServerKey named(String key) {
        return new ServerKey(key, whenUnset, serverDefault, extension);
    }

    public ServerKey whenUnset(String value) {
        return new ServerKey(name, value, serverDefault, extension);
    }

    public ServerKey serverDefault(String words) {
        return new ServerKey(name, whenUnset, words, extension);
    }

    /** @param apiExtension what a server that has the key lists in {@code api_extensions} of {@code GET /1.0} */
    public ServerKey since(String apiExtension) {
        return new ServerKey(name, whenUnset, serverDefault, apiExtension);
    }
}
