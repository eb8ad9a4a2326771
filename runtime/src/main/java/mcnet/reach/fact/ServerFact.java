package mcnet.reach.fact;

/**
 * What an answer may rest on beside the file: how a server or OVN behaves. Where it was not measured, or differs between
 * members, an answer that would need it is not proved.
 */
public enum ServerFact {
    /** Rules have {@code inport == @group} and OVN evaluates them where the receiver is. */
    GROUPS_BETWEEN_MEMBERS(
            "egress rules, `internal` and names of ACLs are applied between instances of one network only"
                    + " if both are on the same member",
            "lxd/network/acl/acl_ovn.go: all rules are to-lport, and match the sender by a port group",
            "LXD 5.21.7 with OVN 26.03 (egress rules), LXD 5.0.2 with OVN 23.03 and Incus 6.0.4 with OVN 25.03"
                    + " (`internal`, ACL names): not applied between members"),
    /** A rule that denies at one end and a rule that allows at the other, where the two have different defaults. */
    SAME_PRIORITY(
            "a rule of the sender and a rule of the receiver have the same priority in OVN, and say opposite things",
            "internal/server/network/acl/acl_ovn.go PortGroupActionPriority: normal drop and reversed allow are both 500",
            "not measured"),
    /** Only sources of peerings are dropped at the router's port on the uplink. */
    NEIGHBOR_TO_NAT("a host on the uplink's segment that sends to the router directly may reach addresses behind NAT",
            "lxd/network/driver_ovn.go logicalRouterPolicySetup drops only packets from peered networks there",
            "not measured"), NEIGHBOR_SOURCE(
                    "a host on the uplink's segment may send from any address, except those of peered networks",
                    "lxd/network/driver_ovn.go logicalRouterPolicySetup", "not measured"), DEFAULT_TARGET(
                            "whether the default target of a forward also gets what is neither TCP nor UDP is not known",
                            "lxd/network/driver_ovn.go ForwardCreate: load balancers for tcp and udp",
                            "not measured"), BETWEEN_UPLINKS(
                                    "whether the routers outside connect two uplinks is not in the file",
                                    "outside of the cluster",
                                    "not measurable");

    private final String text;
    private final String source;
    private final String measured;

    ServerFact(String text, String source, String measured) {
        this.text = text;
        this.source = source;
        this.measured = measured;
    }

    /** One clause. */
    public String text() {
        return text;
    }

    /** The source file of LXD that makes it so. */
    public String source() {
        return source;
    }

    /** On which servers packets showed it. */
    public String measured() {
        return measured;
    }
}
