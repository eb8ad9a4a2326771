package mcnet.model;

import java.util.Set;

/**
 * Kinds that the language itself and the rules about LXD and OVN know by name. What can be asked of any kind its
 * {@link mcnet.schema.Kind} tells; a new kind needs no name here.
 */
public final class KindName {
    public static final String CLUSTER = "cluster";
    public static final String MEMBER = "member";
    public static final String SSH = "ssh";
    public static final String UNDERLAY = "underlay";
    public static final String UPLINK = "uplink";
    public static final String NEIGHBOR = "neighbor";
    public static final String NETWORK = "network";
    public static final String BRIDGE = "bridge";
    public static final String TUNNEL = "tunnel";
    public static final String FAN = "fan";
    public static final String FORWARD = "forward";
    public static final String BALANCER = "balancer";
    public static final String BACKEND = "backend";
    public static final String POOL = "pool";
    public static final String PEER = "peer";
    public static final String ACL = "acl";
    public static final String ZONE = "zone";
    public static final String RECORD = "record";
    public static final String PROJECT = "project";
    public static final String GRANT = "grant";
    public static final String LIMITS = "limits";
    public static final String PROFILE = "profile";
    public static final String INSTANCE = "instance";
    public static final String NIC = "nic";

    /** What listens on an address for a network. */
    public static final Set<String> LISTENERS = Set.of(FORWARD, BALANCER);
    /** Networks without OVN: a NIC on one is of another type. */
    public static final Set<String> BRIDGES = Set.of(BRIDGE, FAN);

    private KindName() {}
}
