package mcnet.operation;

import mcnet.apply.ApplyOutcome;
import mcnet.plan.Plan;

/** How an apply ended. What it was about was reported already. */
public sealed interface ApplyResult {

    /**
     * Nothing was changed.
     *
     * @param held because another apply holds the cluster's lock
     */
    record NotStarted(boolean held) implements ApplyResult {}

    /** Some steps were not done. */
    record Stopped(ApplyOutcome outcome) implements ApplyResult {}

    /** All steps are done; nothing is verified yet. */
    record Done(Plan plan) implements ApplyResult {}
}
