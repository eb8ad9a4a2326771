package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Ip;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;

/**
 * Addresses outside that a file names and that a network which is there has already. LXD does not look at others when one
 * is written ({@code lxd/network/driver_ovn.go Validate} compares it with the uplink's ranges only), and then two routers
 * answer for it.
 */
public final class ExternalAddresses {
    private ExternalAddresses() {}

    /** What a network's change would take from another network of the same uplink. */
    public static List<Diagnostic> taken(Change network, PlanningContext now) {
        List<Diagnostic> taken = new ArrayList<>();
        if (network.action() != Action.CREATE && network.action() != Action.CHANGE) return taken;
        PlannedUplink uplink = new PlannedUplink(network.desired().orElseThrow().value("uplink").orElse(""), now);
        for (String family : List.of("ipv4", "ipv6")) {
            if (network.of(family + ".outside").isEmpty() && network.of("uplink").isEmpty()) continue;
            network.desired().get().value(family + ".outside").filter(address -> Ip.read(address) != null)
                    .flatMap(address -> holder(address, family, network.id(), uplink, now)
                            .map(holder -> taken(network, family, address, holder, uplink)))
                    .ifPresent(taken::add);
        }
        return taken;
    }

    private static Optional<ResourceId> holder(String address, String family, ResourceId asking, PlannedUplink uplink,
            PlanningContext now) {
        return new UplinkNetworks(uplink.name(), now).all().entrySet().stream().filter(n -> !n.getKey().equals(asking))
                .filter(n -> has(n, family, address, now)).map(Map.Entry::getKey).findFirst();
    }

    private static boolean has(Map.Entry<ResourceId, JsonNode> network, String family, String address,
            PlanningContext now) {
        return RouterAddresses.outside(network.getKey(), network.getValue(), family, now)
                .filter(a -> Objects.equals(Ip.read(a), Ip.read(address))).isPresent();
    }

    private static Diagnostic taken(Change network, String family, String address, ResourceId holder,
            PlannedUplink uplink) {
        return Diagnostic
                .error("MC0851", address + " is already the outside address of " + holder,
                        new Label(network.span(), family + ".outside = " + address))
                .why("LXD accepts an address that another network on the uplink already has, and then answers"
                        + " reach only one of the two routers")
                .fix(uplink.free(family, 0)
                        .map(free -> "write a free one: network " + network.id().name() + " { " + family
                                + " { outside = " + free + " } }")
                        .orElse("write a free one of " + uplink.name() + ", or let the server choose"));
    }
}
