package mcnet.lab.image;

import java.util.List;
import java.util.Optional;

/**
 * A server as a release of Debian packs it, with the OVN of that release: what the members of a lab can be made of.
 *
 * @param name what {@code --server} calls it
 * @param title what a person calls it
 * @param release of Debian, as the base image's tag
 * @param suites where its packages come from
 * @param packages of the server and its client, as {@code apt-get install} takes them
 * @param server which of its commands the scripts of the image use: {@code lxd} or {@code incus}
 */
public record ServerDistribution(String name, String title, String release, List<String> suites, List<String> packages,
        String server) {

    /** LXD 5.0 and OVN 23.03. */
    public static final ServerDistribution LXD = new ServerDistribution("lxd", "LXD", "bookworm", List.of("bookworm"),
            List.of("lxd", "lxd-client"), "lxd");
    /** Incus 7.0 and OVN 25.03. Without sysusers of its own, systemd would come along. */
    public static final ServerDistribution INCUS = new ServerDistribution("incus", "Incus", "trixie",
            List.of("trixie", "trixie-backports"), List.of("incus-base/trixie-backports",
                    "incus-client/trixie-backports", "systemd-standalone-sysusers"),
            "incus");
    /** Incus 6.0 and OVN 25.03. */
    public static final ServerDistribution INCUS_6_0 = new ServerDistribution("incus-6.0", "Incus", "trixie",
            List.of("trixie"), List.of("incus-base", "incus-client", "systemd-standalone-sysusers"), "incus");

    private static final List<ServerDistribution> ALL = List.of(LXD, INCUS, INCUS_6_0);

    public static Optional<ServerDistribution> named(String name) {
        return ALL.stream().filter(each -> each.name.equals(name)).findFirst();
    }

    public static List<String> names() {
        return ALL.stream().map(ServerDistribution::name).toList();
    }

    /** What a user types, {@code lxd|incus|incus-6.0}. */
    public static String choice() {
        return String.join("|", names());
    }
}
