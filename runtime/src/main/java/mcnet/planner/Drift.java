package mcnet.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Plan;
import mcnet.plan.Reason;

/**
 * What on a cluster is not as a program says, whoever did it.
 *
 * @param changes what a plan would mend, without what is nobody's fault: that a file says for the first time what is so
 *        already
 */
public record Drift(Plan plan, List<Change> changes) {

    /** @param ignored patterns of {@code KIND NAME.ATTRIBUTE} or {@code KIND NAME}; a star stands for anything */
    public static Drift of(Plan plan, List<String> ignored) {
        List<Pattern> patterns = ignored.stream().map(Drift::pattern).toList();
        List<Change> changes = new ArrayList<>();
        for (Change change : plan.changes()) {
            if (matches(patterns, change.id().toString())) continue;
            List<Difference> differences = change.differences().stream()
                    .filter(Difference::changes)
                    .filter(d -> d.reason() != Reason.NO_LONGER_DECLARED || !d.before().equals(d.after()))
                    .filter(d -> !matches(patterns, change.id() + "." + d.field().attribute()))
                    .toList();
            if (change.action() != Action.CHANGE || !differences.isEmpty()) changes.add(change.only(differences));
        }
        return new Drift(plan, changes);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    private static boolean matches(List<Pattern> patterns, String name) {
        return patterns.stream().anyMatch(p -> p.matcher(name).matches());
    }

    private static Pattern pattern(String glob) {
        return Pattern.compile(Pattern.quote(glob).replace("*", "\\E.*\\Q"));
    }
}
