package mcnet.probe;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdNetworks;
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
 * The member's OVS maps the uplink to a bridge that exists. LXD plugs an uplink in with the first OVN network on it
 * ({@code lxd/network/driver_ovn.go startUplinkPort}), so an unused one has nothing to see.
 *
 * @param members all of them
 */
public record UplinkBridgeProbe(ResourceId subject, String member, List<String> members) implements Probe {

    @Override
    public String claim() {
        return "bridged on " + member;
    }

    @Override
    public List<Query> queries(Observation known) {
        List<Query> queries = new ArrayList<>(
                List.of(LxdNetworks.list(), Ovn.externalIds(member), Query.member(member, Ovn.BRIDGES)));
        for (String other : members) queries.add(Ovn.externalIds(other));
        return queries;
    }

    @Override
    public Verdict judge(Observation seen) {
        if (!isUsed(subject, seen)) return Verdict.holds("no network on it yet");
        Answer answer = seen.of(Ovn.externalIds(member));
        if (!answer.ok()) return OvsFaults.silent(answer, member, seen);
        Optional<String> bridge = bridge(member, seen);
        Set<String> bridges = OvsdbTable.of(seen.member(member, Ovn.BRIDGES)).stream()
                .map(row -> OvsdbTable.text(row.get("name")))
                .collect(Collectors.toSet());
        if (bridge.isEmpty())
            return Verdict.fails("ovn-bridge-mappings has no " + subject.name(),
                    "it was cleared or overwritten in Open vSwitch; OVN on " + member
                            + " no longer knows where the uplink is",
                    remapping(bridges, seen).orElse(OvsFaults.restartServer(member, seen)));
        if (bridges.contains(bridge.get())) return Verdict.holds(bridge.get());
        return Verdict.fails("bridge " + bridge.get() + " does not exist",
                "it was removed from Open vSwitch; LXD creates it when LXD"
                        + " starts",
                OvsFaults.restartServer(member, seen));
    }

    /** LXD calls the bridge after the uplink's number, so it has the same name on all members. */
    private Optional<String> remapping(Set<String> bridges, Observation seen) {
        String held = Ovn.externalIds(seen, member).getOrDefault("ovn-bridge-mappings", "");
        return members.stream().flatMap(m -> bridge(m, seen).stream()).filter(bridges::contains).findFirst()
                .map(b -> "on " + member + ": ovs-vsctl set open_vswitch . external_ids:ovn-bridge-mappings="
                        + ShellWords.quoted((held.isBlank() ? "" : held + ",") + subject.name() + ":" + b));
    }

    private Optional<String> bridge(String on, Observation seen) {
        String mappings = Ovn.externalIds(seen, on).getOrDefault("ovn-bridge-mappings", "");
        return Arrays.stream(mappings.split(","))
                .map(String::trim)
                .filter(m -> m.startsWith(subject.name() + ":"))
                .map(m -> m.substring(subject.name().length() + 1))
                .findFirst();
    }

    /** Whether a network is on an uplink; the list of networks must have been asked. */
    static boolean isUsed(ResourceId uplink, Observation seen) {
        return LxdNetworks.seen(uplink, seen).filter(n -> !n.path("used_by").isEmpty()).isPresent();
    }
}
