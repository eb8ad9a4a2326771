package mcnet.probe;

import java.util.List;
import mcnet.diagnostic.ShellWords;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.Question;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * A member reaches the addresses at which the others' tunnels are to end, over the interface that is to carry them.
 *
 * @param nic the interface
 * @param ends the others' addresses
 */
public record TunnelReachabilityProbe(ResourceId subject, String member, String nic,
        List<String> ends) implements Probe {

    @Override
    public String claim() {
        return member + " reaches the other members over " + nic;
    }

    @Override
    public List<Query> queries(Observation known) {
        return ends.stream().map(end -> Query.member(member, new Question.Ping(end, nic))).toList();
    }

    @Override
    public Verdict judge(Observation seen) {
        for (String end : ends) {
            Answer answer = seen.member(member, new Question.Ping(end, nic));
            if (answer.error().contains("not found")) return Verdict.notAsked("ping is not installed on " + member);
            if (!answer.ok())
                return Verdict.fails(end + " does not answer " + member + " over " + nic,
                        "the underlay's link, its switch or VLAN, or a firewall blocks the packets",
                        "on " + member + ": ip link show " + ShellWords.quoted(nic) + "; ping -I "
                                + ShellWords.quoted(nic) + " " + end);
        }
        return Verdict.holds(String.join(", ", ends) + " answer");
    }
}
