package mcnet.probe;

import java.util.List;
import mcnet.lxd.MemberAvailability;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** LXD counts a member as online. Asked of those that it did not a moment ago. */
public record MemberOnlineProbe(ResourceId subject) implements Probe {

    @Override
    public String claim() {
        return "online";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(MemberAvailability.ROSTER);
    }

    @Override
    public Verdict judge(Observation seen) {
        return MemberAvailability.offline(subject.name(), seen)
                .map(why -> Verdict.fails(why, "its LXD is down, or the members cannot reach each other at port 8443",
                        "read LXD's log on " + subject.name() + ", and run: lxc cluster list"))
                .orElse(Verdict.holds("online"));
    }
}
