package mcnet.schema;

/** Which names a server takes for a kind of object (facts of LXD's {@code network.ValidateName} and its like). */
public enum Naming {
    /** Whatever the language can write. */
    ANY,
    /** LXD networks: no white space, comma, {@code / ? & + :}, no {@code veth} in front. */
    NETWORK,
    /** Host names (RFC 1123): 1 to 63 letters, digits and dashes. */
    HOSTNAME
}
