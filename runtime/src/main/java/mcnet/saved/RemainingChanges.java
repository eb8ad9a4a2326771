package mcnet.saved;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.observe.Json;

/**
 * What is left to do of a plan that somebody agreed to. An apply that stopped midway has changed the world itself: what
 * one would do now is another plan then, and still nothing that was not agreed to.
 */
public final class RemainingChanges {
    private static final List<String> NAMES = List.of("kind", "name", "network", "project");
    private static final List<String> STEP = List.of("id", "member");
    private static final List<String> FIELD = List.of("attribute", "member", "element");
    /** The words of {@link mcnet.plan.Action} under which an object can be changed further. */
    private static final Set<String> MAKING = Set.of("create", "change", "adopt");

    private RemainingChanges() {}

    /**
     * Whether everything that would be done now was agreed to, each value from the same one as then.
     *
     * @param now a plan, as {@code plan --format json} prints it
     * @param agreed the plan that was read
     */
    public static boolean isPartOf(JsonNode agreed, JsonNode now) {
        if (!now.path("members").equals(agreed.path("members"))) return false;
        return now.path("changes").valueStream().allMatch(change -> isAgreed(change, agreed, now))
                && now.path("steps").valueStream().allMatch(step -> isAgreedStep(step, agreed));
    }

    /**
     * The same calls as then: what they rely on and bring along is as it was. What was to be made and is there by half
     * is cleared or completed by calls of its own.
     */
    private static boolean isAgreedStep(JsonNode step, JsonNode agreed) {
        boolean begun = !action(step).equals("create") && has("create", step, agreed);
        return begun || agreed.path("steps").valueStream().anyMatch(then -> alike(STEP, step, then)
                && Json.same(step.path("calls"), then.path("calls")));
    }

    private static boolean isAgreed(JsonNode change, JsonNode agreed, JsonNode now) {
        return switch (action(change)) {
            case "remove" ->
                has("remove", change, agreed) || has("create", change, agreed) && has("create", change, now);
            case "change" -> same(change, agreed).filter(then -> MAKING.contains(action(then)))
                    .anyMatch(then -> differences(change, then)
                            && (action(then).equals("create") || isWhole(change, then)));
            default -> same(change, agreed).filter(then -> action(then).equals(action(change)))
                    .anyMatch(then -> differences(change, then));
        };
    }

    private static String action(JsonNode change) {
        return change.path("action").asText();
    }

    private static boolean has(String action, JsonNode change, JsonNode plan) {
        return same(change, plan).anyMatch(other -> action(other).equals(action));
    }

    /** What the plan does to the same object. */
    private static Stream<JsonNode> same(JsonNode change, JsonNode plan) {
        return plan.path("changes").valueStream().filter(other -> alike(NAMES, change, other));
    }

    private static boolean differences(JsonNode now, JsonNode then) {
        return now.path("differences").valueStream().allMatch(d -> then.path("differences").valueStream()
                .anyMatch(o -> alike(FIELD, d, o) && text(d, "after").equals(text(o, "after"))
                        && (text(d, "before").equals(text(o, "before"))
                                || text(d, "before").equals(text(d, "after")))));
    }

    /** One call changes all of an object but what each member has for itself: a part of it was changed by somebody else. */
    private static boolean isWhole(JsonNode now, JsonNode then) {
        return then.path("differences").valueStream().filter(d -> text(d, "member").isEmpty())
                .allMatch(d -> now.path("differences").valueStream().anyMatch(o -> alike(FIELD, d, o)));
    }

    private static boolean alike(List<String> fields, JsonNode one, JsonNode other) {
        return fields.stream().allMatch(f -> text(one, f).equals(text(other, f)));
    }

    private static String text(JsonNode node, String field) {
        return node.path(field).asText();
    }
}
