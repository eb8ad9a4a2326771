package mcnet.gather;

import java.time.Duration;
import java.util.Optional;
import mcnet.remote.Timeouts;

/**
 * What the command line says of timeouts; it wins over ssh's configuration.
 *
 * @param connect until a server shows its key
 * @param answer until a question is answered or a change is done
 * @param idle until a member that says nothing at all counts as gone
 */
public record Limits(Optional<Duration> connect, Optional<Duration> answer, Optional<Duration> idle) {

    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty(), Optional.empty());

    Timeouts timeouts(SshConfig config) {
        Timeouts timeouts = Timeouts.DEFAULT;
        timeouts = connect.or(config::connectTimeout).map(timeouts::connect).orElse(timeouts);
        timeouts = idle.or(config::serverAlive).map(timeouts::idle).orElse(timeouts);
        return answer.map(timeouts::answer).orElse(timeouts);
    }
}
