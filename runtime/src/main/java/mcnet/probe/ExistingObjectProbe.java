package mcnet.probe;

import java.util.List;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * Something that others own is as the file says.
 *
 * @param differences what is not so, as seen when the proof was made; none: all is
 */
public record ExistingObjectProbe(ResourceId subject, List<String> differences) implements Probe {

    @Override
    public String claim() {
        return "is as declared";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of();
    }

    @Override
    public Verdict judge(Observation seen) {
        if (differences.isEmpty()) return Verdict.holds("existing");
        return Verdict.fails(String.join("; ", differences),
                "its owner changed it, or the file was never right",
                "correct the file: existing " + subject + " { … }");
    }
}
