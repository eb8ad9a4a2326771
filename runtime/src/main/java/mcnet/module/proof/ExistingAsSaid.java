package mcnet.module.proof;

import java.util.List;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * Something that others own is as the file says.
 *
 * @param differences what is not so, as seen when the proof was made; none: all is
 */
public record ExistingAsSaid(ResourceId subject, List<String> differences) implements Proof {

    @Override
    public String claim() {
        return "is as the file says";
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of();
    }

    @Override
    public Verdict judge(Observed seen) {
        if (differences.isEmpty()) return Verdict.holds("existing");
        return Verdict.fails(String.join("; ", differences),
                "its owner changed it, or the file was wrong from the start",
                "correct the file: existing " + subject + " { … }");
    }
}
