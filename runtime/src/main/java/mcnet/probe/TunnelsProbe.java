package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeMap;
import mcnet.lxd.server.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.ovn.OvsFaults;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The member has a Geneve tunnel to each of these members, and BFD, where OVN runs it (it does once a network has a
 * gateway), says up.
 *
 * @param peers the other members, by name, with their addresses; an empty one stands for what Open vSwitch there says
 */
public record TunnelsProbe(ResourceId subject, String member, SequencedMap<String, String> peers) implements Probe {

    @Override
    public String claim() {
        return "tunnels up on " + member;
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(Query.member(member, Ovn.INTERFACES)));
        peers.forEach((peer, address) -> {
            if (address.isEmpty()) queries.add(Ovn.externalIds(peer));
        });
        return queries;
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer answer = seen.member(member, Ovn.INTERFACES);
        if (!answer.ok()) return OvsFaults.silent(answer, member, seen);
        Map<String, String> states = states(answer);
        List<String> missing = new ArrayList<>();
        List<String> down = new ArrayList<>();
        boolean watched = true;
        for (String peer : peers.keySet()) {
            String address = address(peer, seen);
            String state = states.get(address);
            if (state == null) missing.add(peer + " at " + address);
            else if (state.isEmpty()) watched = false;
            else if (!state.equals("up")) down.add(peer + " is " + state);
        }
        if (!missing.isEmpty())
            return Verdict.fails("no tunnel to " + String.join(", ", missing),
                    "one of the two ovn-controllers does not work, or the southbound database has another address",
                    "see the checks of ovn-controller and of the tunnel address for both members; then on " + member
                            + ": " + ServiceCommands.of(seen).restartController());
        if (!down.isEmpty()) {
            String first = down.getFirst().replaceFirst(" .*", "");
            return Verdict.fails("BFD to " + String.join(", ", down),
                    "packets of the tunnel (UDP 6081) do not arrive: check the underlay's link, firewalls and"
                            + " the MTU",
                    "on " + member + ": ping -M do -s 1472 " + address(first, seen)
                            + "; if that answers, allow UDP 6081 between the two");
        }
        return Verdict
                .holds(peers.size() + " of " + peers.size() + (watched ? ", BFD up" : ", not monitored by BFD yet"));
    }

    private String address(String peer, Observation seen) {
        String declared = peers.get(peer);
        return declared.isEmpty() ? Ovn.externalIds(seen, peer).getOrDefault("ovn-encap-ip", "?") : declared;
    }

    /** BFD's state by the tunnel's remote address; empty where BFD does not run. */
    private static Map<String, String> states(Answer answer) {
        Map<String, String> states = new TreeMap<>();
        for (Map<String, JsonNode> row : OvsdbTable.of(answer)) {
            if (!OvsdbTable.text(row.get("type")).equals("geneve")) continue;
            boolean watched = OvsdbTable.map(row.get("bfd")).getOrDefault("enable", "false").equals("true");
            String state = OvsdbTable.map(row.get("bfd_status")).getOrDefault("state", "down");
            states.put(OvsdbTable.map(row.get("options")).getOrDefault("remote_ip", ""), watched ? state : "");
        }
        return states;
    }
}
