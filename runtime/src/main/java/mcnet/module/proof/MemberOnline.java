package mcnet.module.proof;

import java.util.List;
import mcnet.module.Availability;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** LXD counts a member as online. Asked of those that it did not a moment ago. */
public record MemberOnline(ResourceId subject) implements Proof {

    @Override
    public String claim() {
        return "online";
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(Availability.ROSTER);
    }

    @Override
    public Verdict judge(Observed seen) {
        return Availability.offline(subject.name(), seen)
                .map(why -> Verdict.fails(why, "its LXD is down, or the members do not reach one another at port 8443",
                        "see on " + subject.name() + " what LXD logs, and: lxc cluster list"))
                .orElse(Verdict.holds("online"));
    }
}
