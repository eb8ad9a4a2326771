package mcnet.schema;

/**
 * The config keys of a kind's objects, as far as a file may name them itself.
 *
 * @param section where the server's metadata lists them ({@code GET /1.0/metadata/configuration}), {@code network-ovn};
 *        empty where it lists none
 * @param plural what people call the objects that have them, {@code OVN networks}
 * @param own which keys of its own a declaration may have
 */
public record ConfigKeys(String section, String plural, Own own) {
    public static final ConfigKeys NONE = new ConfigKeys("", "", Own.NONE);

    /** Keys without a schema. */
    public enum Own {
        /** None: it is no object of the server's, or one that is only looked at. */
        NONE,
        /** {@code lxd { … }}. */
        SERVER,
        /** {@code lxd { … }} and {@code user { … }}. */
        ALL
    }
}
