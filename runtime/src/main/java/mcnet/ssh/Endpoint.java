package mcnet.ssh;

import java.util.Optional;
import java.util.stream.Stream;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.config.SshConfig;
import mcnet.ssh.hostkeys.HostIdentity;

/**
 * Where and how to log in.
 *
 * @param name what the user calls this machine
 * @param via the machine through which alone it can be reached
 * @param proxyCommand a command whose input and output are the connection, in the way of OpenSSH
 * @param sudo whether LXD is asked by {@code sudo} in any case, and not through its socket
 * @param config what ssh's configuration says of the way there
 */
public record Endpoint(String name, String host, int port, Credentials login, HostIdentity trust,
        Optional<Endpoint> via,
        Optional<String> proxyCommand, boolean sudo, Timeouts timeouts, SshConfig config) {

    /** With nothing configured. */
    public Endpoint(String name, String host, int port, Credentials login, HostIdentity trust, Optional<Endpoint> via,
            Optional<String> proxyCommand, boolean sudo, Timeouts timeouts) {
        this(name, host, port, login, trust, via, proxyCommand, sudo, timeouts, SshConfig.NONE);
    }

    /** {@code root@10.77.0.1}, with the port where it is not 22. */
    public String address() {
        return user() + "@" + host + (port == 22 ? "" : ":" + port);
    }

    public String user() {
        return login.user();
    }

    /** The machines that are passed on the way, the one nearest to here first, and this one. */
    public Stream<Endpoint> way() {
        return Stream.concat(via.stream().flatMap(Endpoint::way), Stream.of(this));
    }
}
