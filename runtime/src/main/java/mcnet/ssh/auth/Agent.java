package mcnet.ssh.auth;

import com.jcraft.jsch.AgentIdentityRepository;
import com.jcraft.jsch.AgentProxyException;
import com.jcraft.jsch.Identity;
import com.jcraft.jsch.SSHAgentConnector;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.FutureTask;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;

/**
 * An ssh-agent, which is another program and may never answer: each question to it has its time.
 *
 * @param socket where it listens
 */
public record Agent(Path socket) {

    /** It was asked and said nothing. */
    public static final class Silent extends IOException {
        Silent(Path socket, Duration limit) {
            super("the ssh-agent at " + socket + " does not answer within " + limit.toSeconds() + " s");
        }
    }

    /**
     * The keys that it holds now; nothing where none listens.
     *
     * @throws Silent if it does not answer
     */
    List<Identity> keys(Duration limit) throws Silent {
        if (!Files.exists(socket)) return List.of();
        try {
            return within(limit, () -> {
                try {
                    return List.copyOf(new AgentIdentityRepository(new SSHAgentConnector(socket)).getIdentities());
                } catch (AgentProxyException e) {
                    return List.of();
                }
            });
        } catch (ExecutionException e) {
            return List.of();
        }
    }

    /**
     * Its signature; null where it gives none.
     *
     * @throws Silent if it does not answer
     */
    byte[] signature(Identity key, byte[] data, String algorithm, Duration limit) throws Silent {
        try {
            return within(limit, () -> key.getSignature(data, algorithm));
        } catch (ExecutionException e) {
            return null;
        }
    }

    /** Reading from its socket cannot be broken off, so a thread that nobody waits for any more does it. */
    private <T> T within(Duration limit, Callable<T> question) throws Silent, ExecutionException {
        FutureTask<T> answer = new FutureTask<>(question);
        Thread.ofPlatform().daemon().name("ssh-agent").start(answer);
        try {
            return answer.get(limit.toMillis(), TimeUnit.MILLISECONDS);
        } catch (TimeoutException e) {
            throw new Silent(socket, limit);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new Silent(socket, limit);
        }
    }
}
