package mcnet.lxd.server;

import mcnet.observe.Observation;

/**
 * Whether a cluster is a MicroCloud: it writes its version into LXD's config as {@code user.microcloud}
 * ({@code microcloud service/lxd.go}), and then adds members, and keeps OVN, by programs of its own.
 */
public final class MicroCloud {
    private static final String SERVER = "/1.0";

    private MicroCloud() {}

    /** @param seen with the description of at least one server */
    public static boolean is(Observation seen) {
        return seen.members().stream()
                .anyMatch(m -> seen.member(m, SERVER).value().path("config").has("user.microcloud"))
                || seen.cluster(SERVER).value().path("config").has("user.microcloud");
    }
}
