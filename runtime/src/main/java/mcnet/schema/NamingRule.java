package mcnet.schema;

/** Which names a server takes for a kind of object (facts of LXD's {@code network.ValidateName} and its like). */
public enum NamingRule {
    /** Whatever the language can write. */
    ANY,
    /** LXD networks: no white space, comma, {@code / ? & + :}, no {@code veth} in front. */
    NETWORK,
    /** LXD networks that are an interface of each member by their name: 2 to 15 characters ({@code IsInterfaceName}). */
    INTERFACE,
    /** LXD projects: as networks, and no underscore ({@code lxd/project/project.go ValidName}). */
    PROJECT,
    /** Members: what their hosts are called, with or without a domain. */
    MEMBER,
    /** Host names (RFC 1123): 1 to 63 letters, digits and dashes. */
    HOSTNAME,
    /** A part of a server's key: all but dots. */
    KEY,
    /** Objects inside of OVN: 1 to 63 letters, digits and dashes, no dash at the ends; older servers take no digit in front. */
    LABEL,
    /** A bare address; or a name, where the server is to choose the address. */
    ADDRESS,
    /** A domain, or the network of a reverse zone. */
    ZONE
}
