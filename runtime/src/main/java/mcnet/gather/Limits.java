package mcnet.gather;

import java.time.Duration;
import java.util.Optional;
import mcnet.remote.Timeouts;

/**
 * What the command line says of timeouts; it wins over ssh's configuration.
 *
 * @param connect until a server shows its key
 * @param answer until a question is answered or a change is done
 */
public record Limits(Optional<Duration> connect, Optional<Duration> answer) {

    public static final Limits NONE = new Limits(Optional.empty(), Optional.empty());

    Timeouts timeouts(SshConfig config) {
        Timeouts timeouts = connect.or(() -> config.connectTimeout().map(Duration::ofSeconds))
                .map(Timeouts.DEFAULT::connect).orElse(Timeouts.DEFAULT);
        return answer.map(timeouts::answer).orElse(timeouts);
    }
}
