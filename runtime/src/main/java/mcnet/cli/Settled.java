package mcnet.cli;

import java.time.Duration;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.planner.Planned;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;

/**
 * A plan and what it was made from. Where something is half made one looks again for a while: LXD goes on with a
 * creation whose caller was killed, and what seems half made now may be whole in a second.
 */
record Settled(Observed seen, Planned planned) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static Settled plan(Planning planning, Asking members, Trace trace, Console console) throws FleetException {
        Settled settled = look(planning, members, trace);
        if (settled.planned.plan().settled()) return settled;
        console.err().println("Something is half made; looking for up to " + PATIENCE.toSeconds()
                + " s whether LXD is still at work on it.");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!settled.planned.plan().settled() && System.nanoTime() < end) {
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return settled;
            }
            settled = look(planning, members, trace);
        }
        return settled;
    }

    private static Settled look(Planning planning, Asking members, Trace trace) throws FleetException {
        Observed seen = planning.observe(members, trace);
        return new Settled(seen, planning.plan(seen));
    }
}
