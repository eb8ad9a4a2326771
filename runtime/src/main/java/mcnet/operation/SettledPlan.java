package mcnet.operation;

import java.time.Duration;
import java.util.HashSet;
import java.util.Set;
import java.util.function.Consumer;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.plan.ResourceId;
import mcnet.planner.Planner;
import mcnet.planner.PlanningResult;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.UnreachableException;

/**
 * A plan and what it was made from. Where something is half made one looks again for a while: LXD goes on with a
 * creation whose caller was killed, and what seems half made now may be whole in a second.
 *
 * @param stuck what was looked at for as long as that and did not become whole
 */
public record SettledPlan(Observation seen, PlanningResult planned, Set<ResourceId> stuck) {
    private static final Duration PATIENCE = Duration.ofSeconds(15);
    private static final Duration PAUSE = Duration.ofSeconds(1);

    public static SettledPlan plan(PlanOperation planning, ReadOnlyConnections members, CallTrace trace,
            Consumer<String> says) throws UnreachableException {
        return plan(planning, members, trace, says, Set.of());
    }

    /**
     * @param says told what is waited for
     * @param stuck what was waited for before in this run, and need not be once more
     */
    public static SettledPlan plan(PlanOperation planning, ReadOnlyConnections members, CallTrace trace,
            Consumer<String> says, Set<ResourceId> stuck)
            throws UnreachableException {
        SettledPlan settled = look(planning, members, trace, stuck);
        if (settled.incomplete(planning).isEmpty()) return settled;
        says.accept("An object is incomplete; waiting up to " + PATIENCE.toSeconds() + " s to see whether LXD"
                + " is still working on it.");
        long end = System.nanoTime() + PATIENCE.toNanos();
        while (!settled.incomplete(planning).isEmpty()) {
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

    private SettledPlan giveUp(PlanOperation planning) {
        Set<ResourceId> all = new HashSet<>(stuck);
        all.addAll(incomplete(planning));
        return new SettledPlan(seen, planned, all);
    }

    private Set<ResourceId> incomplete(PlanOperation planning) {
        Set<ResourceId> incomplete = new HashSet<>(Planner.incomplete(planned.plan(), planning.now(seen)));
        incomplete.removeAll(stuck);
        return incomplete;
    }

    private static SettledPlan look(PlanOperation planning, ReadOnlyConnections members, CallTrace trace,
            Set<ResourceId> stuck)
            throws UnreachableException {
        Observation seen = planning.observe(members, trace);
        return new SettledPlan(seen, planning.plan(seen), stuck);
    }
}
