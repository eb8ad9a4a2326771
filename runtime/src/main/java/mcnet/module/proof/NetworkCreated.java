package mcnet.module.proof;

import java.util.List;
import mcnet.module.LxdNetworks;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/** LXD says {@code Created} on this member: the answer of the whole cluster hides a member that failed. */
public record NetworkCreated(ResourceId subject, String member) implements Proof {

    @Override
    public String claim() {
        return "created on " + member;
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(asked());
    }

    @Override
    public Verdict judge(Observed seen) {
        Answer answer = seen.of(asked());
        if (!answer.ok()) return Faults.lxd(answer, subject);
        String status = answer.value().path("status").asText();
        if (status.equals("Created")) return Verdict.holds(status);
        return Verdict.fails(status, status.equals("Unavailable")
                ? "LXD could not start it on " + member + "; its log says why"
                : "its creation did not end on " + member,
                status.equals("Unavailable")
                        ? "see on " + member + ": lxc warning list; then " + OvsFaults.restartLxd(member, seen)
                        : "mcnet apply, which clears it and makes it anew");
    }

    private Asked asked() {
        return Asked.member(member, LxdNetworks.on(member, subject));
    }
}
