package mcnet.product;

import java.util.List;
import mcnet.observe.Observation;

/**
 * What a server does that it does not list among its API extensions, by product and release. Whoever needs such a fact
 * asks here. The releases are those in which the source of LXD or Incus changed; the rest was seen on LXD 5.0.2, 5.21.7
 * and 6.9, and on Incus 6.0.4 and 7.0.2. Where nobody looked, the server is taken to be the more generous one, and its own
 * error tells.
 */
public record ServerFacts(Server server) {

    /** Which lengths of an IPv6 network a server takes ({@code lxd/network/driver_ovn.go Validate}). */
    public enum Ipv6Lengths {
        /** A comparison the wrong way round. */
        LONG("IPv6 subnet must be at least a /64"),
        /** Long ones only where instances do not make their addresses by themselves. */
        LONG_WITHOUT_STATELESS("IPv6 subnet must be at least a /64 when stateless DHCPv6 is enabled"),
        /** Incus 6.0 and 7.0, whatever DHCP does. */
        SHORT("IPv6 subnet must be at least a /64");

        private final String refusal;

        Ipv6Lengths(String refusal) {
            this.refusal = refusal;
        }

        /** @param stateless whether instances make their addresses by themselves: DHCP is on, and not stateful */
        public boolean takes(int length, boolean stateless) {
            return switch (this) {
                case LONG -> length >= 64;
                case LONG_WITHOUT_STATELESS -> !stateless || length <= 64;
                case SHORT -> length <= 64;
            };
        }

        /** The server's words. */
        public String refusal() {
            return refusal;
        }
    }

    public static ServerFacts of(Server server) {
        return new ServerFacts(server);
    }

    /** Of the server that answers for the cluster; {@link Product#ASKED} must be known. */
    public static ServerFacts of(Observation seen) {
        return of(Server.of("", seen.of(Product.ASKED).value()));
    }

    /** The lengths of IPv6 networks that it takes. */
    public Ipv6Lengths ipv6() {
        if (isIncus()) return Ipv6Lengths.SHORT;
        return since("5.0.4", "5.21.3", "6.2") ? Ipv6Lengths.LONG_WITHOUT_STATELESS : Ipv6Lengths.LONG;
    }

    /** Of a network or an uplink, in bytes ({@code shared/validate/validate.go IsNetworkMTU}). */
    public int smallestMtu() {
        return isIncus() || since("5.21.5", "6.8") ? 68 : 1280;
    }

    /** Whether a fan's tunnels may be of another kind than VXLAN, and the key {@code fan.type} be set (LXD 6.8 dropped it). */
    public boolean choosesFanTunnels() {
        return !server.isSince("6.8");
    }

    /** Whether the name of an ACL may begin with a digit ({@code shared/validate/validate.go IsHostname}). */
    public boolean digitsBeginAcls() {
        return isIncus() || since("5.0.3", "5.18");
    }

    /**
     * Whether each change of an uplink is refused while a forward or balancer on its networks listens outside of them and
     * of its routes ({@code lxd/network/driver_common.go validateRoutes}).
     */
    public boolean holdsListenersAgainstRoutes() {
        return !isIncus() && since("5.21.4", "6.4");
    }

    /**
     * Whether all members must take part when a project is made or removed ({@code lxd/api_project.go projectsPost,
     * projectDelete}).
     */
    public boolean projectsNeedAll() {
        return !isIncus() && since("6.7");
    }

    /**
     * Whether it refuses changes of a network whose router has an address outside of the uplink's ranges
     * ({@code lxd/network/driver_ovn.go Validate}).
     */
    public boolean holdsRoutersAgainstRanges() {
        return isLxdBetween("5.21.4", "5.999") || isLxdBetween("6.3", "999.0");
    }

    /**
     * Whether it refuses changes of a network that has a family inside and no address of it on the uplink
     * ({@code lxd/network/driver_ovn.go Update}).
     */
    public boolean needsRouterAddresses() {
        return isLxdBetween("5.21.3", "5.999") || isLxdBetween("6.3", "999.0");
    }

    /**
     * Whether a network cannot be changed whose family has no address outside, not even where the family is {@code none}:
     * a fault (canonical/lxd#16607, #17247; {@code lxd/network/driver_ovn.go Validate}).
     */
    public boolean freezesFamiliesWithoutRouterAddress() {
        return isLxdBetween("5.21.3", "5.21.4") || isLxdBetween("6.3", "6.5");
    }

    /**
     * Whether it finds OVN's northbound database where nobody tells it: LXD asks MicroOVN
     * ({@code lxd/network/openvswitch/ovn.go NewOVN}).
     */
    public boolean findsNorthbound() {
        return !server.is(Product.LXD) || !server.lacks("ovn_dynamic_northbound_connection");
    }

    /**
     * Whether a creation of a peer loses its {@code config}, so that only a change sets it: a fault, seen on Incus 7.0.2
     * and not on 6.0.4 ({@code cmd/incusd/network_peer.go networkPeersPost}).
     */
    public boolean losesPeerConfig() {
        return isIncus() && since("6.14");
    }

    /**
     * Whether an ACL has a port group for each direction, and each rule stands twice in OVN, also as seen by the other
     * end ({@code internal/server/network/acl/acl_ovn.go}; seen on Incus 7.0.2 and not on 6.0.4). With it, where a NIC's
     * default is allow, allow comes before reject and reject before drop, felt by packets (lxc/incus#1833).
     */
    public boolean hasDirectionalAcls() {
        return isIncus() && since("6.16");
    }

    /** Whether a running NIC stays in the port groups of the default that its network had when it started. */
    public boolean keepsDefaultsOfRunningNics() {
        return hasDirectionalAcls();
    }

    /**
     * Whether the default target of a forward is a row of OVN's NAT table, and not part of its load balancers. Seen on
     * Incus 7.0.2 and not on 6.0.4; in the source of 7.0.2 and of 7.3, not in that of 7.1 and 7.2.
     */
    public boolean forwardsDefaultByNat() {
        return isIncus() && since("7.0.2", "7.3");
    }

    private boolean isIncus() {
        return server.is(Product.INCUS);
    }

    private boolean isLxdBetween(String first, String last) {
        return server.is(Product.LXD) && server.isBetween(first, last);
    }

    /**
     * Whether a change is in the server's release.
     *
     * @param firsts the first release of each series with it; that of the newest series last, and all after it have it
     */
    private boolean since(String... firsts) {
        List<String> all = List.of(firsts);
        return all.stream().limit(all.size() - 1).anyMatch(server::isLaterInItsSeries)
                || server.isSince(all.getLast());
    }
}
