package mcnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Observed;
import mcnet.observe.Secrets;
import mcnet.plan.Plan;
import mcnet.planner.Staleness;
import mcnet.report.PlanJson;
import mcnet.saved.SavedPlan;

/**
 * The plan that somebody read, as data that can be compared with what one would do now.
 *
 * @param seen what it was made from, its secrets blanked
 * @param plan every change and every call, its secrets blanked
 */
record Agreed(Secrets secrets, Observed seen, JsonNode plan) {

    static Agreed on(Plan plan, Observed seen) {
        Secrets secrets = Secrets.salted();
        return new Agreed(secrets, seen.blanked(secrets), PlanJson.json(plan, List.of(), secrets));
    }

    static Agreed on(SavedPlan saved) {
        return new Agreed(saved.secrets(), saved.observed(), saved.plan());
    }

    /** What has changed so that the plan is another now; empty where it is the same. */
    List<Diagnostic> stale(Planning planning, Observed now) {
        Observed blanked = now.blanked(secrets);
        // As texts: a number that was read is another node than one that was counted.
        String today = PlanJson.json(planning.plan(now).plan(), List.of(), secrets).toString();
        if (today.equals(plan.toString())) return List.of();
        List<Diagnostic> changed = Staleness.of(planning.relied(seen), planning.relied(blanked));
        return changed.isEmpty() ? List.of(Staleness.of(seen, blanked)) : changed;
    }
}
