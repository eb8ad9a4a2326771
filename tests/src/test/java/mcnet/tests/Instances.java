package mcnet.tests;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Real instances on a lab: containers of a tiny image, which is made on the spot. */
final class Instances {
    private static final String ADDRESSED = """
            for try in $(seq 200); do
              global=$(ip -6 address show dev eth0 scope global)
              case $global in *tentative*) ;; *inet6*) [ ! -e /run/leased ] || exit 0 ;; esac
              usleep 100000
            done
            ip address
            exit 1""";

    private final LabCluster lab;

    private Instances(LabCluster lab) {
        this.lab = lab;
    }

    /** Makes the image. */
    static Instances of(LabCluster lab) {
        lab.on("micro1", "sh", "-ec", Script.text("instance-image"), "sh", Script.text("who"));
        return new Instances(lab);
    }

    /**
     * @param member where it runs
     * @param network what its NIC is attached to
     * @param nic keys of the NIC, {@code ipv4.address=10.42.1.10}
     */
    record Wanted(String name, String member, String network, List<String> nic) {

        private String launch() {
            return "lxc launch -q tiny %s --target %s --network %s%s < /dev/null & pids=\"$pids $!\"".formatted(name,
                    member, network, nic.stream().map(key -> " -d eth0," + key).collect(Collectors.joining()));
        }
    }

    /** Starts them all at once. Returns when each has an address of each family. */
    void launch(Wanted... desired) {
        lab.on("micro1", "sh", "-ec", Stream.of(desired).map(Wanted::launch)
                .collect(Collectors.joining("\n", "pids=\n", "\nfor pid in $pids; do wait $pid; done")));
        for (Wanted each : desired)
            in(each.name(), "sh", "-c", ADDRESSED);
    }

    /** One whose NIC was plugged in anew asks for its addresses when it starts. */
    void restart(String name) {
        lab.on("micro1", "lxc", "restart", "--force", name);
        in(name, "sh", "-c", ADDRESSED);
    }

    /** Runs a command in an instance, which must work, and gives what it printed. */
    String in(String instance, String... command) {
        return lab.on("micro1", inside(instance, command));
    }

    /** Asks a web server from inside an instance. */
    ClientResult get(String instance, String url) {
        return ClientResult.wget(lab.exec("micro1",
                inside(instance, "timeout", String.valueOf(ClientResult.PATIENCE_SECONDS), "wget", "-q", "-O", "-",
                        url)));
    }

    /** Sends a datagram to a port where nobody listens; the host that got it says so, and is the answer. */
    ClientResult datagram(String instance, String address) {
        String trace = in(instance, address.contains(":") ? "traceroute6" : "traceroute", "-n", "-q", "1", "-w",
                String.valueOf(ClientResult.PATIENCE_SECONDS), "-f", "8", "-m", "8", address);
        return trace.lines().skip(1).anyMatch(line -> line.contains(address))
                ? ClientResult.answer(address)
                : ClientResult.SILENCE;
    }

    void remove(String... names) {
        lab.on("micro1", "sh", "-ec", "lxc delete --force " + String.join(" ", names));
    }

    private static String[] inside(String instance, String... command) {
        return Stream.concat(Stream.of("lxc", "exec", "-T", instance, "--"), Stream.of(command))
                .toArray(String[]::new);
    }
}
