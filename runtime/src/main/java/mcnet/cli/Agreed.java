package mcnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Observed;
import mcnet.observe.Secrets;
import mcnet.plan.Plan;
import mcnet.planner.Staleness;
import mcnet.report.PlanJson;
import mcnet.saved.Remainder;
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

    /** What has changed so that something else would be done now; empty where it is the same, or what is left of it. */
    List<Diagnostic> stale(Planning planning, Observed now) {
        Observed blanked = now.blanked(secrets);
        JsonNode today = today(planning, now);
        if (isSame(today) || Remainder.isPartOf(plan, today)) return List.of();
        List<Diagnostic> changed = Staleness.of(planning.relied(seen), planning.relied(blanked));
        return changed.isEmpty() ? List.of(Staleness.of(seen, blanked)) : changed;
    }

    /** Whether a part of it is done already. */
    boolean begun(Planning planning, Observed now) {
        return !isSame(today(planning, now));
    }

    private JsonNode today(Planning planning, Observed now) {
        return PlanJson.json(planning.plan(now).plan(), List.of(), secrets);
    }

    /** As texts: a number that was read is another node than one that was counted. */
    private boolean isSame(JsonNode today) {
        return today.toString().equals(plan.toString());
    }
}
