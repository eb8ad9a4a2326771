package mcnet.lxd.server;

import java.util.List;
import mcnet.module.PlanningContext;

/**
 * What a server takes and does not list among its API extensions, by product and release. Whoever needs such a fact asks
 * here. The releases are those in which LXD's source changed; the rest was seen on LXD 5.0.2, 5.21.7 and 6.9. Where
 * nobody looked, as for most of Incus, the server is taken to be the more generous one, and its own error tells.
 *
 * @param ipv6 the lengths of IPv6 networks that it takes
 * @param smallestMtu of a network or an uplink ({@code shared/validate/validate.go IsNetworkMTU})
 * @param digitsBeginAcls whether the name of an ACL may begin with a digit ({@code shared/validate/validate.go
 *        IsHostname})
 * @param holdsListenersAgainstRoutes whether each change of an uplink is refused while a forward or balancer on its
 *        networks listens outside of them and of its routes ({@code lxd/network/driver_common.go validateRoutes})
 * @param projectsNeedAll whether all members must take part when a project is made or removed
 *        ({@code lxd/api_project.go projectsPost, projectDelete})
 */
public record ServerFacts(Ipv6Lengths ipv6, int smallestMtu, boolean digitsBeginAcls,
        boolean holdsListenersAgainstRoutes, boolean projectsNeedAll) {

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

    private static final List<String> LENGTHS_MENDED = List.of("5.0.4", "5.21.3", "6.2");
    private static final List<String> SMALL_MTUS = List.of("5.21.5", "6.8");
    private static final List<String> DIGITS = List.of("5.0.3", "5.18");
    private static final List<String> LISTENERS = List.of("5.21.4", "6.4");
    private static final List<String> PROJECTS_OF_ALL = List.of("6.7");

    public static ServerFacts of(Server server) {
        boolean incus = server.product().equals("incus");
        return new ServerFacts(
                incus
                        ? Ipv6Lengths.SHORT
                        : since(server, LENGTHS_MENDED) ? Ipv6Lengths.LONG_WITHOUT_STATELESS : Ipv6Lengths.LONG,
                incus || since(server, SMALL_MTUS) ? 68 : 1280, incus || since(server, DIGITS),
                !incus && since(server, LISTENERS), !incus && since(server, PROJECTS_OF_ALL));
    }

    /** Whether all members must take part when a project is made or removed. */
    public static boolean areProjectsOfAll(PlanningContext now) {
        return Server.all(now).stream().map(ServerFacts::of).anyMatch(ServerFacts::projectsNeedAll);
    }

    /**
     * Whether a change is in the server's release.
     *
     * @param firsts the first release of each series with it; that of the newest series last, and all after it have it
     */
    private static boolean since(Server server, List<String> firsts) {
        return firsts.stream().limit(firsts.size() - 1).anyMatch(server::isLaterInItsSeries)
                || server.isSince(firsts.getLast());
    }

    /** Its product and release, as an error says it: {@code LXD 5.0.2}. */
    public static String name(Server server) {
        return (server.product().equals("incus") ? "Incus " : "LXD ") + server.version();
    }
}
