package mcnet.remote;

import java.nio.file.Path;
import java.util.List;

/**
 * Where and how to log in.
 *
 * @param name what the user calls this machine
 * @param identities private keys to offer, in this order
 */
public record Endpoint(String name, String host, int port, String user, List<Path> identities, Path knownHosts) {

    /** {@code root@10.77.0.1}, with the port where it is not 22. */
    public String address() {
        return user + "@" + host + (port == 22 ? "" : ":" + port);
    }
}
