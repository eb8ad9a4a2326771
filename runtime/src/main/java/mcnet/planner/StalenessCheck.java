package mcnet.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Observation;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;

/** Why a plan is not what one would make now: which objects that it relied on are not as they were. */
public final class StalenessCheck {
    private static final String AGAIN = "plan again and review the difference";

    private StalenessCheck() {}

    /**
     * One error for each object.
     *
     * @param then what the plan relied on
     * @param now the same objects today
     */
    public static List<Diagnostic> of(List<ObservedResource> then, List<ObservedResource> now) {
        Map<ResourceId, ObservedResource> before = byId(then);
        Map<ResourceId, ObservedResource> after = byId(now);
        Set<ResourceId> all = new LinkedHashSet<>(before.keySet());
        all.addAll(after.keySet());
        List<Diagnostic> changed = new ArrayList<>();
        for (ResourceId id : all) {
            List<String> what = differences(before.get(id), after.get(id));
            if (what.isEmpty()) continue;
            changed.add(Diagnostic.error("MC0933", "plan is stale: " + id + " has changed")
                    .why(String.join("; ", what)).fix(AGAIN));
        }
        return changed;
    }

    /** Where no object tells it: the answers that are not the same. */
    public static Diagnostic of(Observation then, Observation now) {
        List<String> other = now.answers().keySet().stream()
                .filter(asked -> !now.of(asked).equals(then.of(asked)))
                .map(asked -> "\"" + asked.question().text() + "\" of " + asked.place()).toList();
        return Diagnostic.error("MC0933", "plan is stale: a new plan would be different")
                .why(other.isEmpty()
                        ? "this version of mcnet makes a different plan from the same facts"
                        : "these queries have new"
                                + " answers: " + other.stream().limit(5).collect(Collectors.joining(", ")))
                .fix(AGAIN);
    }

    private static List<String> differences(ObservedResource before, ObservedResource after) {
        if (before == null) return List.of("it did not exist when the plan was made, and now it does");
        if (after == null) return List.of("it existed when the plan was made, and now it does not");
        List<String> what = new ArrayList<>();
        if (!before.status().equals(after.status()))
            what.add("its status was " + before.status() + ", now it is " + after.status());
        if (!owner(before).equals(owner(after)))
            what.add("it was " + owner(before) + ", now it is " + owner(after));
        Map<Field, Boolean> fields = new LinkedHashMap<>();
        before.values().keySet().forEach(f -> fields.put(f, true));
        after.values().keySet().forEach(f -> fields.put(f, true));
        for (Field field : fields.keySet()) {
            String was = before.value(field);
            String is = after.value(field);
            if (!was.equals(is)) what.add(field.isElement() ? element(field, is) : value(field, was, is));
        }
        return what;
    }

    private static String element(Field field, String is) {
        return is.isEmpty()
                ? field.attribute() + " \"" + field.element() + " \" existed, now it does not"
                : field.attribute() + " \"" + field.element() + "\" did not exist, now it does";
    }

    private static String value(Field field, String was, String is) {
        return field + " was " + shown(was) + ", now it is " + shown(is);
    }

    private static String shown(String value) {
        return value.isEmpty() ? "(unset)" : value;
    }

    private static String owner(ObservedResource found) {
        return found.mark().map(Mark::program).map(p -> "program " + p + "'s").orElse("not managed");
    }

    private static Map<ResourceId, ObservedResource> byId(List<ObservedResource> all) {
        return all.stream()
                .collect(Collectors.toMap(ObservedResource::id, Function.identity(), (a, _) -> a, LinkedHashMap::new));
    }
}
