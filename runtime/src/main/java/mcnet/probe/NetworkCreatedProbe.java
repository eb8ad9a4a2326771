package mcnet.probe;

import java.util.List;
import mcnet.lxd.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.ovn.OvsFaults;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** LXD says {@code Created} on this member: the answer of the whole cluster hides a member that failed. */
public record NetworkCreatedProbe(ResourceId subject, String member) implements Probe {

    @Override
    public String claim() {
        return "created on " + member;
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(asked());
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer answer = seen.of(asked());
        if (!answer.ok()) return CommonFaults.lxd(answer, subject);
        String status = answer.value().path("status").asText();
        if (status.equals("Created")) return Verdict.holds(status);
        return Verdict.fails(status, status.equals("Unavailable")
                ? "LXD could not start it on " + member + "; its log says why"
                : "its creation did not finish on " + member,
                status.equals("Unavailable")
                        ? "see on " + member + ": lxc warning list; then " + OvsFaults.restartServer(member, seen)
                        : "mcnet apply, which clears it and creates it again");
    }

    private Query asked() {
        return Query.member(member, LxdNetworks.on(member, subject));
    }
}
