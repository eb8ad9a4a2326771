package mcnet.ssh.config;

import java.time.Duration;
import java.util.Optional;
import mcnet.ssh.Timeouts;

/**
 * What the command line says of timeouts; it wins over ssh's configuration.
 *
 * @param connect until a server shows its key
 * @param answer until a question is answered or a change is done
 * @param idle until a member that says nothing at all counts as gone
 */
public record TimeoutOptions(Optional<Duration> connect, Optional<Duration> answer, Optional<Duration> idle) {

    public static final TimeoutOptions NONE = new TimeoutOptions(Optional.empty(), Optional.empty(), Optional.empty());

    public Timeouts timeouts(SshConfig config) {
        Timeouts timeouts = Timeouts.DEFAULT;
        timeouts = connect.or(config::connectTimeout).map(timeouts::connect).orElse(timeouts);
        timeouts = idle.or(config::serverAlive).map(timeouts::idle).orElse(timeouts);
        return answer.map(timeouts::answer).orElse(timeouts);
    }
}
