package mcnet.product;

import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.observe.Observation;
import mcnet.observe.Query;

/**
 * A server product: what its programs, folders and objects are called. Incus was forked from LXD 5.16, with the same API.
 *
 * @see ServerFacts what its releases do otherwise
 */
public enum Product {
    LXD("LXD", "lxd", "lxc", "lxd", List.of("/var/snap/lxd/common/lxd", "/var/lib/lxd")), INCUS("Incus", "incus",
            "incus", "incus-admin", List.of("/var/lib/incus"));

    private static final String SERVER = "/1.0";

    /** The question whose answer tells the product. */
    public static final Query ASKED = Query.cluster(SERVER);

    private final String title;
    private final String word;
    private final String client;
    private final String group;
    private final List<String> folders;

    Product(String title, String word, String client, String group, List<String> folders) {
        this.title = title;
        this.word = word;
        this.client = client;
        this.group = group;
        this.folders = folders;
    }

    /** What {@code environment.server} of {@code GET /1.0} says; another word, or none, is no product. */
    public static Optional<Product> named(String word) {
        return Arrays.stream(values()).filter(product -> product.word.equals(word)).findFirst();
    }

    /** Of the first server that said it; LXD where none did. */
    public static Product of(Observation seen) {
        return Stream.concat(Stream.of(seen.of(ASKED)), seen.members().stream().map(m -> seen.member(m, SERVER)))
                .flatMap(answer -> named(answer.value().path("environment").path("server").asText()).stream())
                .findFirst().orElse(LXD);
    }

    /** As a text calls it. */
    public String title() {
        return title;
    }

    /** As it calls itself, {@code incus}; also its unit of systemd, and what its objects in OVN begin with. */
    public String word() {
        return word;
    }

    /** The command of its users. */
    public String client() {
        return client;
    }

    /** Who is in it may use its socket, as its packages have it. */
    public String group() {
        return group;
    }

    /** Where it keeps its database and its socket, of each way to install it. */
    public List<String> folders() {
        return folders;
    }

    /** Whether there is a snap of it, beside the distributions' packages. */
    public boolean isSnap() {
        return folders.stream().anyMatch(folder -> folder.startsWith("/var/snap/"));
    }

    /** Of all products, in the order in which they are looked for. */
    public static List<String> sockets() {
        return Arrays.stream(values()).flatMap(product -> product.folders.stream())
                .map(folder -> folder + "/unix.socket").toList();
    }

    /** A bridge that it made for an uplink ({@code network/driver_physical.go}): {@code lxdovn1}, {@code incusovn1}. */
    public static boolean isUplinkBridge(String bridge) {
        return Arrays.stream(values()).anyMatch(product -> bridge.matches(product.word + "ovn[0-9]+"));
    }

    /** What its metadata calls a section that LXD's calls {@code network-acl} ({@code doc/config_options.txt}). */
    public String metadataSection(String section) {
        return this == INCUS ? section.replaceFirst("^network-", "network_") : section;
    }

    /** What an ACL's row in OVN names its port group by ({@code network/openvswitch/ovn.go}). */
    public String portGroupKey() {
        return word + "_port_group";
    }
}
