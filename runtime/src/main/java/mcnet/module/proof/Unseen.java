package mcnet.module.proof;

import java.util.List;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** Of an object, or of a member's part in all, nothing can be seen while a member does not answer. */
public record Unseen(ResourceId subject, String claim, String why) implements Proof {

    @Override
    public List<Asked> questions(Observed known) {
        return List.of();
    }

    @Override
    public Verdict judge(Observed seen) {
        return Verdict.unknown(why, "bring the member back, then: mcnet verify");
    }
}
