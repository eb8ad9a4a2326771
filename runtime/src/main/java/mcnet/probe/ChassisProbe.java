package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.lxd.server.ServiceCommands;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * The southbound database knows no chassis but those of the members. One that a removed or renamed machine left behind
 * gets tunnels from everyone, and may hold an address that a member needs.
 */
public record ChassisProbe(ResourceId subject, List<String> members) implements Probe {
    private static final Query MEMBERS = Query.cluster("/1.0/cluster/members?recursion=1");

    @Override
    public String claim() {
        return "each chassis is a member";
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(List.of(new Query(QueryTarget.CLUSTER, Ovn.CHASSIS), MEMBERS));
        for (String member : members) queries.add(Ovn.externalIds(member));
        return queries;
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer chassis = seen.cluster(Ovn.CHASSIS);
        if (!chassis.ok()) return CommonFaults.southbound(chassis, seen);
        Set<String> known = new HashSet<>();
        for (String member : members) known.add(Ovn.systemId(seen, member));
        Set<String> others = others(seen);
        List<String> stale = new ArrayList<>();
        int count = 0;
        for (Map<String, JsonNode> row : OvsdbTable.of(chassis)) {
            String name = OvsdbTable.text(row.get("name"));
            boolean remote = OvsdbTable.map(row.get("other_config")).getOrDefault("is-remote", "false").equals("true");
            String host = OvsdbTable.text(row.get("hostname"));
            if (remote || others.contains(name) || others.contains(host.replaceFirst("\\..*", ""))) continue;
            count++;
            if (!known.contains(name)) stale.add(name);
        }
        if (stale.isEmpty()) return Verdict.holds(count + " chassis");
        if (!seen.unreached().isEmpty())
            return Verdict.unknown("one of " + String.join(", ", seen.unreached().keySet())
                    + " does not answer, and may be chassis " + String.join(", ", stale),
                    "run mcnet verify when all members answer");
        String delete = ServiceCommands.of(seen).southboundProgram() + " chassis-del ";
        return Verdict.fails("stale: " + String.join(", ", stale),
                "a machine left the cluster or changed its system-id without being removed from OVN; all other"
                        + " members still keep tunnels to it",
                "if it is not one of your machines: " + delete + String.join("; " + delete, stale));
    }

    /** Members that the file does not name: nobody asks them for their system-id. */
    private Set<String> others(Observation seen) {
        Set<String> names = new HashSet<>();
        for (JsonNode member : seen.of(MEMBERS).value()) {
            String name = member.path("server_name").asText();
            if (!members.contains(name)) names.add(name);
        }
        return names;
    }
}
