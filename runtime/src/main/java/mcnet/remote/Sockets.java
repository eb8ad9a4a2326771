package mcnet.remote;

import java.util.List;

/** Where LXD listens. */
final class Sockets {
    /** As a snap, as Debian's package; and Incus. */
    static final List<String> LXD = List.of("/var/snap/lxd/common/lxd/unix.socket", "/var/lib/lxd/unix.socket",
            "/var/lib/incus/unix.socket");

    private Sockets() {}
}
