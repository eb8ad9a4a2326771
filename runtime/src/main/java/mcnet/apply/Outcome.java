package mcnet.apply;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Step;

/**
 * How far an apply came.
 *
 * @param failed steps that did not work; steps that ran beside them were finished
 * @param failures why, in the same order
 */
public record Outcome(List<Step> done, List<Step> failed, List<Diagnostic> failures, List<Step> notStarted) {

    public boolean complete() {
        return failed.isEmpty() && notStarted.isEmpty();
    }
}
