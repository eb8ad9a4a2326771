package mcnet.schema;

/** Which names a server takes for a kind of object (facts of LXD's {@code network.ValidateName} and its like). */
public enum Naming {
    /** Whatever the language can write. */
    ANY,
    /** LXD networks: no white space, comma, {@code / ? & + :}, no {@code veth} in front. */
    NETWORK,
    /** LXD projects: as networks, and no underscore ({@code lxd/project/project.go ValidName}). */
    PROJECT,
    /** Host names (RFC 1123): 1 to 63 letters, digits and dashes. */
    HOSTNAME,
    /** Objects inside of OVN: 1 to 63 letters, digits and dashes, no digit in front, no dash at the ends. */
    LABEL,
    /** A bare address; or a name, where the server is to choose the address. */
    ADDRESS,
    /** A domain, or the network of a reverse zone. */
    ZONE
}
