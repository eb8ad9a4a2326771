package mcnet.ssh.transport;

import java.time.Duration;
import java.util.Timer;
import java.util.TimerTask;

/** Breaks off what somebody waits for, unless it is closed before. */
public final class Deadline implements AutoCloseable {
    private static final Timer CLOCK = new Timer("deadlines", true);

    private final Duration after;
    private final TimerTask task;
    private volatile boolean passed;

    /** @param breakOff must not wait itself */
    public Deadline(Duration after, Runnable breakOff) {
        this.after = after;
        this.task = new TimerTask() {
            @Override
            public void run() {
                passed = true;
                breakOff.run();
            }
        };
        CLOCK.schedule(task, after.toMillis());
    }

    public boolean passed() {
        return passed;
    }

    public Duration after() {
        return after;
    }

    @Override
    public void close() {
        task.cancel();
    }
}
