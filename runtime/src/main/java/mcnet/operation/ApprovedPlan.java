package mcnet.operation;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Json;
import mcnet.observe.Observation;
import mcnet.observe.SecretRedactor;
import mcnet.observe.SecretStore;
import mcnet.plan.Plan;
import mcnet.planner.PlanningResult;
import mcnet.planner.StalenessCheck;
import mcnet.report.json.PlanJson;
import mcnet.saved.RemainingChanges;
import mcnet.saved.SavedPlan;

/**
 * The plan that somebody read, as data that can be compared with what one would do now.
 *
 * @param digests of the secrets that it sends, by name
 * @param seen what it was made from, its secrets blanked
 * @param plan every change and every call, its secrets blanked
 */
public record ApprovedPlan(SecretRedactor secrets, Map<String, String> digests, Observation seen, JsonNode plan) {

    public static ApprovedPlan on(PlanOperation planning, Plan plan, Observation seen) {
        SecretRedactor secrets = SecretRedactor.ofThisRun();
        return new ApprovedPlan(secrets, Map.of(), seen.redacted(planning.redaction(secrets)),
                PlanJson.json(plan, List.of(), secrets));
    }

    /** @param key by which its digests of secrets are compared */
    public static ApprovedPlan on(SavedPlan saved, String key) {
        return new ApprovedPlan(new SecretRedactor(saved.secrets().salt(), key), saved.secrets().values(),
                saved.observed(),
                saved.plan());
    }

    /** What has changed so that something else would be done now; empty where it is the same, or what is left of it. */
    public List<Diagnostic> stale(PlanOperation planning, Observation now) {
        Observation blanked = now.redacted(planning.redaction(secrets));
        PlanningResult planned = planning.plan(now);
        JsonNode today = json(planned);
        // What stands in the way now was not there when the plan was made.
        if (isSame(today) || !planned.blocked() && RemainingChanges.isPartOf(plan, today)) return List.of();
        List<Diagnostic> changed = StalenessCheck.of(planning.relied(seen), planning.relied(blanked));
        return changed.isEmpty() ? List.of(StalenessCheck.of(seen, blanked)) : changed;
    }

    /** Whether a part of it is done already. */
    public boolean begun(PlanOperation planning, Observation now) {
        return !isSame(json(planning.plan(now)));
    }

    private JsonNode json(PlanningResult planned) {
        return PlanJson.json(planned.plan(), List.of(), secrets);
    }

    private boolean isSame(JsonNode today) {
        return Json.same(today, plan);
    }

    /** The secrets that are not those any more with which the plan was made; the cluster need not be asked for that. */
    public List<Diagnostic> otherSecrets(SecretStore secretStore) {
        return digests.entrySet().stream()
                .filter(e -> secretStore.values().containsKey(e.getKey())
                        && !secrets.digest(secretStore.values().get(e.getKey())).equals(e.getValue()))
                .map(e -> Diagnostic.error("MC0036", e.getKey() + " has changed since the plan was made")
                        .why("the plan would send a different secret than the reviewed one")
                        .fix("plan again, or restore the secret that the plan was made with"))
                .toList();
    }
}
