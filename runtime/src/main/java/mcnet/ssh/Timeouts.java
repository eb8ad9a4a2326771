package mcnet.ssh;

import java.time.Duration;

/**
 * How long to wait.
 *
 * @param connect until a server has taken the connection and shown its key
 * @param read until a question is answered
 * @param write until a change is done
 * @param idle until a member that does not answer SSH's own question whether it is there counts as gone
 */
public record Timeouts(Duration connect, Duration read, Duration write, Duration idle) {

    public static final Timeouts DEFAULT = new Timeouts(Duration.ofSeconds(10), Duration.ofSeconds(60),
            Duration.ofSeconds(300), Duration.ofSeconds(30));

    public Timeouts connect(Duration other) {
        return new Timeouts(other, read, write, idle);
    }

    /** The same for questions and changes. */
    public Timeouts answer(Duration other) {
        return new Timeouts(connect, other, other, idle);
    }

    public Timeouts idle(Duration other) {
        return new Timeouts(connect, read, write, other);
    }
}
