package mcnet.plan;

import java.util.List;
import mcnet.model.ClusterConnection;

/**
 * All that apply will do, and what it will look at afterwards; nothing is decided later.
 *
 * @param program whose plan it is
 * @param changes what a person sees, in the order of the kinds
 * @param steps what is done, in an order that keeps every {@code after}
 * @param probes what verification asks for all that the program declares
 * @param unavailable members without which it was made
 */
public record Plan(String program, ClusterConnection cluster, List<Change> changes, List<Step> steps,
        List<Probe> probes,
        List<UnavailableMember> unavailable) {

    public Plan {
        changes = List.copyOf(changes);
        steps = List.copyOf(steps);
        probes = List.copyOf(probes);
        unavailable = List.copyOf(unavailable);
    }

    public boolean isEmpty() {
        return changes.isEmpty();
    }

    /** What it touches on the cluster and was not whole when the plan was made. */
    public List<ObservedResource> halfMade() {
        return changes.stream().flatMap(c -> c.found().stream()).filter(found -> !found.whole()).toList();
    }

    public long count(Action action) {
        return changes.stream().filter(c -> c.shown() == action).count();
    }
}
