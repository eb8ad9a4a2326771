package mcnet.ssh.transport;

import java.util.List;

/** Where LXD listens. */
public final class LxdSocketPaths {
    /** As a snap, as Debian's package; and Incus. */
    public static final List<String> LXD = List.of("/var/snap/lxd/common/lxd/unix.socket", "/var/lib/lxd/unix.socket",
            "/var/lib/incus/unix.socket");

    private LxdSocketPaths() {}
}
