package mcnet.planner.rule;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.lxd.uplink.PlannedUplink;
import mcnet.lxd.uplink.UplinkNetworks;
import mcnet.model.Ip;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.planner.rule.ExternalSubnet.Usage;

/**
 * What a plan takes on an uplink, held against what others have there: LXD refuses what overlaps
 * ({@code lxd/network/driver_ovn.go Validate, ForwardCreate}). What two objects of one file take is checked without the
 * cluster; routes to NICs of others' instances are not asked for.
 */
public final class ExternalSubnetConflicts {
    private final PlanningContext now;
    private final Set<ResourceId> leaving;

    private ExternalSubnetConflicts(List<Change> changes, PlanningContext now) {
        this.now = now;
        this.leaving = changes.stream().filter(c -> c.action() == Action.REMOVE).map(Change::id)
                .collect(Collectors.toSet());
    }

    /** @param holder who has it, as a message says it */
    private record UsedSubnet(String holder, IPAddress subnet) {}

    /** @param changes those that are to be made, of a selection no more than it takes in */
    public static List<Diagnostic> check(List<Change> changes, PlanningContext now) {
        ExternalSubnetConflicts taken = new ExternalSubnetConflicts(changes, now);
        return changes.stream().flatMap(c -> ExternalSubnet.of(c, changes, now).stream())
                .flatMap(external -> taken.check(external).stream()).toList();
    }

    private Optional<Diagnostic> check(ExternalSubnet external) {
        UplinkNetworks networks = new UplinkNetworks(external.uplink(), now);
        List<UsedSubnet> taken = new ArrayList<>();
        if (external.usage() == Usage.LISTENER || !isAnycast(external)) {
            networks.ofOthers().forEach((network, seen) -> {
                if (!network.equals(external.network())) addresses(network, seen, taken);
            });
            networks.all().keySet().stream()
                    .filter(n -> !n.equals(external.network()) || external.usage() == Usage.NIC)
                    .forEach(network -> listeners(network, taken));
        }
        IPAddress desired = external.subnet();
        return taken.stream().filter(t -> t.subnet.contains(desired) || desired.contains(t.subnet)).findFirst()
                .map(t -> refused(external, t));
    }

    /** Where an uplink allows the same route on several networks, only listeners are held apart. */
    private boolean isAnycast(ExternalSubnet external) {
        return new PlannedUplink(external.uplink(), now).isAnycast(external.subnet().isIPv6() ? "ipv6" : "ipv4");
    }

    private void listeners(ResourceId network, List<UsedSubnet> taken) {
        if (leaving.contains(network)) return;
        for (ListenerObjects objects : List.of(ListenerObjects.FORWARDS, ListenerObjects.BALANCERS))
            for (JsonNode listener : now.seen().of(objects.list(network)).value()) {
                ResourceId id = objects.id(network, listener);
                String listen = ListenerObjects.address(listener);
                if (!leaving.contains(id) && !isChecked(id, listen))
                    add(id.kind() + " " + listen + " of " + network.title() + " listens there", Ip.read(listen),
                            taken);
            }
    }

    /** The file says the address itself, so what of the file overlaps with it was found by {@code check}. */
    private boolean isChecked(ResourceId listener, String listen) {
        return now.program().all(listener.kind())
                .anyMatch(d -> d.inside().project().equals(listener.project())
                        && d.inside().outer().equals(listener.network()) && d.name().equals(listen));
    }

    private static void addresses(ResourceId network, JsonNode seen, List<UsedSubnet> taken) {
        for (String family : List.of("ipv4", "ipv6")) {
            JsonNode config = seen.path("config");
            IPAddress inside = Ip.read(config.path(family + ".address").asText());
            if (inside != null && !LxdConfig.isTrue(config.path(family + ".nat").asText()))
                add(network + " has " + inside.toPrefixBlock() + " there", inside.toPrefixBlock(), taken);
            add(network + " uses it as NAT address", Ip.read(config.path(family + ".nat.address").asText()), taken);
            add("the router of " + network + " has it",
                    Ip.read(config.path("volatile.network." + family + ".address").asText()), taken);
        }
    }

    private static void add(String holder, IPAddress subnet, List<UsedSubnet> taken) {
        if (subnet != null) taken.add(new UsedSubnet(holder, subnet));
    }

    private static Diagnostic refused(ExternalSubnet external, UsedSubnet taken) {
        String desired = external.subnet().toCanonicalString();
        return Diagnostic
                .error("MC0771", desired + " is already in use on uplink " + external.uplink(),
                        new Label(external.span(), taken.holder))
                .why("an address outside can be used only once, and the server refuses overlaps; the other one"
                        + " already exists on the cluster")
                .fix("choose another address in the uplink's routes, or remove the other one first");
    }
}
