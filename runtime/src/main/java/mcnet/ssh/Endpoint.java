package mcnet.ssh;

import java.util.Optional;
import java.util.stream.Stream;
import mcnet.ssh.auth.Credentials;
import mcnet.ssh.hostkeys.HostIdentity;
import mcnet.ssh.transport.Algorithms;

/**
 * Where and how to log in.
 *
 * @param name what the user calls this machine
 * @param via the machine through which alone it can be reached
 * @param proxyCommand a command whose input and output are the connection, in the way of OpenSSH
 * @param sudo whether LXD is asked by {@code sudo} in any case, and not through its socket
 * @param algorithms which of SSH's ssh itself would take there
 */
public record Endpoint(String name, String host, int port, Credentials login, HostIdentity trust,
        Optional<Endpoint> via,
        Optional<String> proxyCommand, boolean sudo, Timeouts timeouts, Algorithms algorithms) {

    /** With all algorithms that the library has. */
    public Endpoint(String name, String host, int port, Credentials login, HostIdentity trust, Optional<Endpoint> via,
            Optional<String> proxyCommand, boolean sudo, Timeouts timeouts) {
        this(name, host, port, login, trust, via, proxyCommand, sudo, timeouts, Algorithms.ANY);
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
