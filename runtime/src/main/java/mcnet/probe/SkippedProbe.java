package mcnet.probe;

import java.util.List;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** Of an object, or of a member's part in all, nothing can be seen while a member does not answer. */
public record SkippedProbe(ResourceId subject, String claim, String why) implements Probe {

    @Override
    public List<Query> queries(Observation known) {
        return List.of();
    }

    @Override
    public Verdict judge(Observation seen) {
        return Verdict.unknown(why, "bring the member back, then: mcnet verify");
    }
}
