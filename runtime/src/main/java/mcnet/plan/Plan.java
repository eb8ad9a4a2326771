package mcnet.plan;

import java.util.List;
import mcnet.model.Cluster;

/**
 * All that apply will do, and what it will look at afterwards; nothing is decided later.
 *
 * @param program whose plan it is
 * @param changes what a person sees, in the order of the kinds
 * @param steps what is done, in an order that keeps every {@code after}
 * @param proofs what verification asks for all that the program declares
 */
public record Plan(String program, Cluster cluster, List<Change> changes, List<Step> steps, List<Proof> proofs) {

    public Plan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
        proofs = List.copyOf(proofs);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** Whether everything it touches on the cluster was whole when it was made. */
    public boolean settled() {
        return changes.stream().allMatch(c -> c.found().map(Found::whole).orElse(true));
    }

    public long count(Action action) {
        return changes.stream().filter(c -> c.shown() == action).count();
    }
}
