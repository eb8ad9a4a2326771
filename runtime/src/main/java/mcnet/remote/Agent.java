package mcnet.remote;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.SSHAgentConnector;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The keys that an ssh-agent holds. */
final class Agent {
    private Agent() {}

    /** What it holds now; nothing where no agent listens. */
    static List<Identity> keys(Path socket) {
        if (!Files.exists(socket)) return List.of();
        try {
            return List.copyOf(new AgentIdentityRepository(new SSHAgentConnector(socket)).getIdentities());
        } catch (AgentProxyException e) {
            return List.of();
        }
    }
}
