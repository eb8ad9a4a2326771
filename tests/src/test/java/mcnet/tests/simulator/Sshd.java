package mcnet.tests.simulator;

import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;

/**
 * A real {@code sshd} on loopback with keys and a configuration of its own, in a mount namespace where a folder of ours
 * stands for {@code /var/lib/lxd} and LXD's other places are empty.
 *
 * @param address of loopback; members that run at once have different ones
 * @param port where it listens
 * @param identity the private key that it lets in as root
 * @param knownHosts a file in the form of known_hosts, with its own key
 */
public record Sshd(Process process, String address, int port, Path identity, Path knownHosts) implements AutoCloseable {
    private static final AtomicInteger STARTED = new AtomicInteger();
    private static final int TRIES = 500;
    private static final String NAMESPACE = """
            set -e
            mount -t tmpfs tmpfs /run
            mkdir /run/sshd
            for place in /var/lib /var/snap; do if [ -d $place ]; then mount -t tmpfs tmpfs $place; fi; done
            mkdir /var/lib/lxd
            mount --bind "$1" /var/lib/lxd
            exec /usr/sbin/sshd -D -e -f "$2"
            """;

    /**
     * Returns when it listens.
     *
     * @param lxd the folder with LXD's socket
     * @param programs the folder with the programs that a login finds first
     */
    static Sshd start(Path folder, Path lxd, Path programs) throws IOException, InterruptedException {
        String address = "127.0.0." + (1 + STARTED.getAndIncrement() % 250);
        int port = freePort(address);
        for (String key : List.of("host_key", "identity"))
            run("ssh-keygen", "-q", "-t", "ed25519", "-N", "", "-C", "", "-f", folder.resolve(key).toString());
        Files.copy(folder.resolve("identity.pub"), folder.resolve("authorized_keys"));
        Path knownHosts = folder.resolve("known_hosts");
        Files.writeString(knownHosts,
                "[" + address + "]:" + port + " " + Files.readString(folder.resolve("host_key.pub")));
        Path own = folder.resolve("sshd_own");
        if (!Files.exists(own)) Files.createFile(own);
        Path banner = folder.resolve("banner");
        if (!Files.exists(banner)) Files.createFile(banner);
        // Of each word the first line counts (sshd_config(5)). Bash reads the user's .bashrc only in a shell that is the
        // first one by SHLVL: what stands there may take longer than the test.
        Files.writeString(folder.resolve("sshd_config"), Files.readString(own) + """
                ListenAddress %s:%d
                HostKey %s
                AuthorizedKeysFile %s
                Banner %s
                PermitRootLogin prohibit-password
                StrictModes no
                UsePAM no
                PidFile none
                %s
                SetEnv PATH=%s:/usr/local/sbin:/usr/local/bin:/usr/sbin:/usr/bin:/sbin:/bin SHLVL=1
                """.formatted(address, port, folder.resolve("host_key"), folder.resolve("authorized_keys"), banner,
                Files.readString(own).contains("MaxStartups") ? "" : "MaxStartups 200", programs));
        Files.setPosixFilePermissions(folder.resolve("host_key"), PosixFilePermissions.fromString("rw-------"));
        Process process = new ProcessBuilder("unshare", "--mount", "sh", "-c", NAMESPACE, "sshd", lxd.toString(),
                folder.resolve("sshd_config").toString())
                .redirectErrorStream(true).redirectOutput(folder.resolve("sshd.log").toFile()).start();
        Sshd sshd = new Sshd(process, address, port, folder.resolve("identity"), knownHosts);
        sshd.await(folder.resolve("sshd.log"));
        return sshd;
    }

    private void await(Path log) throws IOException, InterruptedException {
        for (int i = 0; i < TRIES && process.isAlive(); i++) {
            try (Socket _ = new Socket(address, port)) {
                return;
            } catch (IOException notYet) {
                process.waitFor(Duration.ofMillis(20));
            }
        }
        close();
        throw new IOException("sshd did not start:\n" + Files.readString(log));
    }

    private static int freePort(String address) throws IOException {
        try (ServerSocket socket = new ServerSocket(0, 1, InetAddress.getByName(address))) {
            return socket.getLocalPort();
        }
    }

    private static void run(String... command) throws IOException, InterruptedException {
        if (new ProcessBuilder(command).inheritIO().start().waitFor() != 0)
            throw new IOException(String.join(" ", command) + " failed");
    }

    @Override
    public void close() {
        process.destroy();
    }
}
