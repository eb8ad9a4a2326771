package mcnet.apply;

import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Step;

/**
 * How far an apply came.
 *
 * @param failed steps that did not work; steps that ran beside them were finished
 * @param failures why, in the same order; behind them what went wrong outside of any step
 */
public record ApplyOutcome(List<Step> done, List<Step> failed, List<Diagnostic> failures, List<Step> notStarted) {

    public boolean complete() {
        return failures.isEmpty() && notStarted.isEmpty();
    }

    /** Whether all that was begun only looked. */
    public boolean changedNothing() {
        return Stream.concat(done.stream(), failed.stream()).allMatch(step -> step.calls().isEmpty());
    }
}
