package mcnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Observed;
import mcnet.observe.Secrets;
import mcnet.observe.Vault;
import mcnet.plan.Plan;
import mcnet.planner.Planned;
import mcnet.planner.Staleness;
import mcnet.report.PlanJson;
import mcnet.saved.Remainder;
import mcnet.saved.SavedPlan;

/**
 * The plan that somebody read, as data that can be compared with what one would do now.
 *
 * @param digests of the secrets that it sends, by name
 * @param seen what it was made from, its secrets blanked
 * @param plan every change and every call, its secrets blanked
 */
record Agreed(Secrets secrets, Map<String, String> digests, Observed seen, JsonNode plan) {

    static Agreed on(Planning planning, Plan plan, Observed seen) {
        Secrets secrets = Secrets.ofThisRun();
        return new Agreed(secrets, Map.of(), seen.redacted(planning.redaction(secrets)),
                PlanJson.json(plan, List.of(), secrets));
    }

    /** @param key by which its digests of secrets are compared */
    static Agreed on(SavedPlan saved, String key) {
        return new Agreed(new Secrets(saved.secrets().salt(), key), saved.secrets().values(), saved.observed(),
                saved.plan());
    }

    /** What has changed so that something else would be done now; empty where it is the same, or what is left of it. */
    List<Diagnostic> stale(Planning planning, Observed now) {
        Observed blanked = now.redacted(planning.redaction(secrets));
        Planned planned = planning.plan(now);
        JsonNode today = json(planned);
        // What stands in the way now was not there when the plan was made.
        if (isSame(today) || !planned.blocked() && Remainder.isPartOf(plan, today)) return List.of();
        List<Diagnostic> changed = Staleness.of(planning.relied(seen), planning.relied(blanked));
        return changed.isEmpty() ? List.of(Staleness.of(seen, blanked)) : changed;
    }

    /** Whether a part of it is done already. */
    boolean begun(Planning planning, Observed now) {
        return !isSame(json(planning.plan(now)));
    }

    private JsonNode json(Planned planned) {
        return PlanJson.json(planned.plan(), List.of(), secrets);
    }

    /** As texts: a number that was read is another node than one that was counted. */
    private boolean isSame(JsonNode today) {
        return today.toString().equals(plan.toString());
    }

    /** The secrets that are not those any more with which the plan was made; the cluster need not be asked for that. */
    List<Diagnostic> otherSecrets(Vault vault) {
        return digests.entrySet().stream()
                .filter(e -> vault.values().containsKey(e.getKey())
                        && !secrets.digest(vault.values().get(e.getKey())).equals(e.getValue()))
                .map(e -> Diagnostic.error("MC0036", e.getKey() + " has changed since the plan was made")
                        .why("the plan would send another secret than the one that was reviewed with it")
                        .fix("plan again, or put the secret back that the plan was made with"))
                .toList();
    }
}
