package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.traffic.VirtualPort;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.OvsdbTable;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.ovn.Ovn;
import mcnet.plan.DesiredResource;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;

/**
 * OVN checks the backends of a balancer as its file says: each of its ports has a row with these options
 * ({@code internal/server/network/ovn/ovn_nb_actions.go CreateLoadBalancer}).
 *
 * @param options OVN's names and values, of those that the file says
 */
public record HealthCheckProbe(ResourceId subject, List<VirtualPort> ports,
        SequencedMap<String, String> options) implements Probe {
    private static final ListenerObjects OBJECTS = ListenerObjects.BALANCERS;

    public static HealthCheckProbe of(DesiredResource balancer, List<VirtualPort> ports) {
        SequencedMap<String, String> options = new LinkedHashMap<>();
        balancer.value("health.interval").ifPresent(value -> options.put("interval", value));
        balancer.value("health.timeout").ifPresent(value -> options.put("timeout", value));
        balancer.value("health.up").ifPresent(value -> options.put("success_count", value));
        balancer.value("health.down").ifPresent(value -> options.put("failure_count", value));
        return new HealthCheckProbe(balancer.id(), ports, options);
    }

    @Override
    public String claim() {
        return "OVN checks its backends";
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(new Query(QueryTarget.CLUSTER, Ovn.HEALTH_CHECKS),
                OBJECTS.list(ListenerObjects.network(subject)));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer answer = seen.cluster(Ovn.HEALTH_CHECKS);
        if (!answer.ok()) return CommonFaults.northbound(answer, seen);
        String address = seen.of(OBJECTS.list(ListenerObjects.network(subject))).value().valueStream()
                .filter(l -> ListenerObjects.isCalled(subject.name(), l)).map(ListenerObjects::address).findFirst()
                .orElse("");
        if (address.isEmpty()) return CommonFaults.lxd(Answer.failed(404, ""), subject);
        List<String> unchecked = new ArrayList<>(new TreeSet<>(ports.stream()
                .flatMap(p -> p.ends(address).keySet().stream()).filter(vip -> !isChecked(vip, answer)).toList()));
        if (unchecked.isEmpty()) return Verdict.holds("");
        String project = subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project());
        String name = ShellWords.quoted(subject.network()) + " " + address;
        return Verdict.fails("OVN has no such health check for " + String.join(", ", unchecked),
                "it was removed or changed in the northbound database, and the server writes it only together with"
                        + " the balancer",
                "let the server write it again: incus network load-balancer set " + name + " user.mcnet.again=1"
                        + project
                        + " && incus network load-balancer unset " + name + " user.mcnet.again" + project);
    }

    /** @param vip with its protocol in front, which the row does not tell */
    private boolean isChecked(String vip, Answer answer) {
        for (Map<String, JsonNode> row : OvsdbTable.of(answer))
            if (OvsdbTable.text(row.get("vip")).equals(vip.substring(vip.indexOf(' ') + 1))
                    && OvsdbTable.map(row.get("options")).entrySet().containsAll(options.entrySet()))
                return true;
        return false;
    }
}
