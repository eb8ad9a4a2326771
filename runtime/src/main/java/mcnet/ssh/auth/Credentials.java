package mcnet.ssh.auth;

import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/**
 * As whom to log in, and with what.
 *
 * @param identities private keys to offer, in this order
 * @param chosen the user named them for this very machine: one that cannot be used is an error, else it is passed over
 * @param only no key of the agent is offered that is not among them
 * @param agent the socket of the ssh-agent
 */
public record Credentials(String user, List<Path> identities, boolean chosen, boolean only, Optional<Path> agent) {}
