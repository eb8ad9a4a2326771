package mcnet.plan;

import java.util.Set;

/**
 * What the order of a step hangs on beside what its change hangs on.
 *
 * @param needs what must be made before this step; others need not wait for a step that waits so itself
 * @param precedes what must not be made or changed before this step
 * @param frees what the object refers to no longer after this step
 * @param replaces what must be removed before this step
 * @param late it cuts off what is in use, so all comes first that may be refused and does not wait for it
 */
public record StepConstraints(Set<ResourceId> needs, Set<ResourceId> precedes, Set<ResourceId> frees,
        Set<ResourceId> replaces,
        boolean late) {
    public static final StepConstraints NONE = new StepConstraints(Set.of(), Set.of(), Set.of(), Set.of(), false);

    public StepConstraints {
        needs = Set.copyOf(needs);
        precedes = Set.copyOf(precedes);
        frees = Set.copyOf(frees);
        replaces = Set.copyOf(replaces);
    }
}
