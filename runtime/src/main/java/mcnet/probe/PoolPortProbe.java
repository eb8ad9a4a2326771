package mcnet.probe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.project.Projects;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.traffic.LxdPools;
import mcnet.lxd.traffic.VirtualPort;
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
 * OVN sends a balancer's port to the running instances of a pool, and to no others. The server looks which of them run
 * when it writes the balancer and when one starts ({@code lxd/network/driver_ovn.go checkLoadBalancerPoolInstances}); LXD
 * 6.9 leaves one that was stopped where it is, and its share of the connections is lost (felt).
 *
 * @param port its targets are not known
 */
public record PoolPortProbe(ResourceId subject, VirtualPort port, String pool) implements Probe {

    @Override
    public String claim() {
        return "OVN forwards " + port.protocol() + " " + String.join(", ", port.ports()) + " to pool " + pool;
    }

    @Override
    public List<Query> queries(Observation known) {
        return List.of(new Query(QueryTarget.CLUSTER, Ovn.BALANCERS), balancers(), pools(), instances());
    }

    private Query balancers() {
        return ListenerObjects.BALANCERS.list(ListenerObjects.network(subject));
    }

    private Query pools() {
        return LxdPools.list(ListenerObjects.network(subject));
    }

    private Query instances() {
        return Query.cluster(Projects.in(subject.project(), "/1.0/instances?recursion=1"));
    }

    @Override
    public Verdict judge(Observation seen) {
        Answer answer = seen.cluster(Ovn.BALANCERS);
        if (!answer.ok()) return CommonFaults.southbound(answer, seen);
        String address = seen.of(balancers()).value().valueStream()
                .filter(l -> ListenerObjects.isCalled(subject.name(), l)).map(ListenerObjects::address).findFirst()
                .orElse("");
        if (address.isEmpty()) return CommonFaults.lxd(Answer.failed(404, ""), subject);
        Answer listed = seen.of(instances());
        if (!listed.ok()) return CommonFaults.lxd(listed, subject);
        Set<String> members = seen.of(pools()).value().valueStream()
                .filter(p -> p.path("name").asText().equals(pool))
                .flatMap(p -> p.path(LxdPools.INSTANCES).valueStream()).map(i -> i.path("name").asText())
                .collect(Collectors.toSet());
        List<String> running = listed.value().valueStream().filter(i -> i.path("status").asText().equals("Running"))
                .map(i -> i.path("name").asText()).filter(members::contains).toList();
        int ends = ends(answer, address);
        if (ends > running.size()) return stale(ends, running.size(), address);
        if (running.isEmpty()) return Verdict.holds("no instance of the pool runs");
        if (ends > 0) return Verdict.holds(ends + " of " + running.size() + " running instances");
        return Verdict.fails("OVN has nothing for it, though " + String.join(", ", running) + " run",
                "the NICs of these instances on the network are down or have no address, or OVN's load balancer was"
                        + " removed outside LXD",
                "see the addresses: lxc list " + ShellWords.quoted(running.getFirst()) + (subject.project().isEmpty()
                        ? ""
                        : " --project " + ShellWords.quoted(subject.project()))
                        + "; then restart one: lxc restart " + ShellWords.quoted(running.getFirst()));
    }

    private Verdict stale(int ends, int running, String address) {
        String project = subject.project().isEmpty() ? "" : " --project " + ShellWords.quoted(subject.project());
        String name = ShellWords.quoted(subject.network()) + " " + address + " user.mcnet.again";
        return Verdict.fails("OVN sends it to " + ends + (ends == 1 ? " instance" : " instances") + ", and only "
                + running + " of the pool run",
                "an instance was stopped, and the server takes it out only when it writes the balancer again",
                "start the instance, or let LXD write the balancer again: lxc network load-balancer set " + name + "=1"
                        + project + " && lxc network load-balancer unset " + name + project);
    }

    /** How many ends each of the port's numbers has, at least. */
    private int ends(Answer answer, String address) {
        List<Integer> counts = new ArrayList<>();
        Set<String> vips = port.ends(address).keySet();
        for (Map<String, JsonNode> row : OvsdbTable.of(answer)) {
            String name = OvsdbTable.text(row.get("name"));
            if (!name.contains("-lb-" + address + "-")) continue;
            OvsdbTable.map(row.get("vips")).forEach((vip, to) -> {
                if (vips.contains(name.replaceFirst(".*-", "") + " " + vip)) counts.add(to.split(",").length);
            });
        }
        return counts.size() < vips.size() ? 0 : counts.stream().mapToInt(Integer::intValue).min().orElse(0);
    }
}
