package mcnet.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Map;

/** Plans as older versions of mcnet wrote them, in the words of today: a saved plan stays applicable after an upgrade. */
final class PlanUpgrade {
    /** What format 1 called the reasons of a difference. */
    private static final Map<String, String> REASONS = Map.of("absent", "missing", "differs", "different",
            "no-longer-said", "no-longer-declared", "already-absent", "already-unset", "newly-said", "newly-declared");

    private PlanUpgrade() {}

    /** @param plan of any format; that of today is returned as it is */
    static JsonNode of(JsonNode plan) {
        if (plan.path("format").asInt() != 1) return plan;
        ObjectNode upgraded = plan.deepCopy();
        upgraded.put("format", 2);
        upgraded.path("changes").forEach(change -> change.path("differences").forEach(difference -> {
            String reason = difference.path("reason").asText();
            ((ObjectNode) difference).put("reason", REASONS.getOrDefault(reason, reason));
        }));
        upgraded.path("steps").forEach(step -> {
            ObjectNode object = (ObjectNode) step;
            JsonNode checks = object.remove("proofs");
            if (checks != null) object.set("checks", checks);
        });
        return upgraded;
    }
}
