package mcnet.module.proof;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import mcnet.observe.Answer;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Rows;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The member has a Geneve tunnel to each of these addresses, and BFD, where OVN runs it (it does once a network has a
 * gateway), says up.
 *
 * @param peers the other members' addresses by name
 */
public record TunnelsUp(ResourceId subject, String member, SequencedMap<String, String> peers) implements Proof {

    @Override
    public String claim() {
        return "tunnels up on " + member;
    }

    @Override
    public List<Asked> questions(Observed known) {
        return List.of(Asked.member(member, Ovn.INTERFACES));
    }

    @Override
    public Verdict judge(Observed seen) {
        Answer answer = seen.member(member, Ovn.INTERFACES);
        if (!answer.ok()) return Verdict.fails(answer.error());
        Map<String, String> states = states(answer);
        List<String> wrong = new ArrayList<>();
        boolean watched = true;
        for (Map.Entry<String, String> peer : peers.entrySet()) {
            String state = states.get(peer.getValue());
            if (state == null) wrong.add("no tunnel to " + peer.getKey() + " at " + peer.getValue());
            else if (state.isEmpty()) watched = false;
            else if (!state.equals("up")) wrong.add("BFD to " + peer.getKey() + " is " + state);
        }
        if (!wrong.isEmpty()) return Verdict.fails(String.join(", ", wrong));
        return Verdict
                .holds(peers.size() + " of " + peers.size() + (watched ? ", BFD up" : ", not watched by BFD yet"));
    }

    /** BFD's state by the tunnel's remote address; empty where BFD does not run. */
    private static Map<String, String> states(Answer answer) {
        Map<String, String> states = new TreeMap<>();
        for (Map<String, JsonNode> row : Rows.of(answer)) {
            if (!Rows.text(row.get("type")).equals("geneve")) continue;
            boolean watched = Rows.map(row.get("bfd")).getOrDefault("enable", "false").equals("true");
            String state = Rows.map(row.get("bfd_status")).getOrDefault("state", "down");
            states.put(Rows.map(row.get("options")).getOrDefault("remote_ip", ""), watched ? state : "");
        }
        return states;
    }
}
