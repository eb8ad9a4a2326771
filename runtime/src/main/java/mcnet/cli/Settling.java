package mcnet.cli;

import java.time.Duration;
import mcnet.observe.Trace;
import mcnet.planner.Planned;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;

/**
 * Plans, and where something is half made looks again for a while: LXD goes on with a creation whose caller was killed,
 * and what seems half made now may be whole in a second.
 */
final class Settling {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    private Settling() {}

    static Planned plan(Planning planning, Asking members, Trace trace, Console console) throws FleetException {
        Planned planned = planning.plan(planning.observe(members, trace));
        if (planned.plan().settled()) return planned;
        console.err().println("Something is half made; looking for up to " + PATIENCE.toSeconds()
                + " s whether LXD is still at work on it.");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!planned.plan().settled() && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return planned;
            }
            planned = planning.plan(planning.observe(members, trace));
        }
        return planned;
    }
}
