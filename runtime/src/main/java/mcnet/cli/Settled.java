package mcnet.cli;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.plan.ResourceId;
import mcnet.planner.Planned;
import mcnet.planner.Planner;
import mcnet.remote.Asking;
import mcnet.remote.FleetException;

/**
 * A plan and what it was made from. Where something is half made one looks again for a while: LXD goes on with a
 * creation whose caller was killed, and what seems half made now may be whole in a second.
 *
 * @param stuck what was looked at for as long as that and did not become whole
 */
record Settled(Observed seen, Planned planned, Set<ResourceId> stuck) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    static Settled plan(Planning planning, Asking members, Trace trace, Console console) throws FleetException {
        return plan(planning, members, trace, console, Set.of());
    }

    /** @param stuck what was waited for before in this run, and need not be once more */
    static Settled plan(Planning planning, Asking members, Trace trace, Console console, Set<ResourceId> stuck)
            throws FleetException {
        Settled settled = look(planning, members, trace, stuck);
        if (settled.becoming(planning).isEmpty()) return settled;
        console.err().println("Something is half made; looking for up to " + PATIENCE.toSeconds()
                + " s whether LXD is still at work on it.");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!settled.becoming(planning).isEmpty()) {
            if (System.nanoTime() >= end) return settled.giveUp(planning);
            try {
                Thread.sleep(PAUSE);
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return settled;
            }
            settled = look(planning, members, trace, stuck);
        }
        return settled;
    }

    private Settled giveUp(Planning planning) {
        Set<ResourceId> all = new HashSet<>(stuck);
        all.addAll(becoming(planning));
        return new Settled(seen, planned, all);
    }

    private Set<ResourceId> becoming(Planning planning) {
        Set<ResourceId> becoming = new HashSet<>(Planner.becoming(planned.plan(), planning.now(seen)));
        becoming.removeAll(stuck);
        return becoming;
    }

    private static Settled look(Planning planning, Asking members, Trace trace, Set<ResourceId> stuck)
            throws FleetException {
        Observed seen = planning.observe(members, trace);
        return new Settled(seen, planning.plan(seen), stuck);
    }
}
