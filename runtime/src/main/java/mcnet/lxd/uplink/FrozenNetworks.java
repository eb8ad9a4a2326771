package mcnet.lxd.uplink;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.server.Servers;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.product.Server;
import mcnet.product.ServerFacts;

/**
 * A fault of LXD 5.21.3 to 5.21.4 and 6.3 to 6.5, which no API extension tells of: a network whose family has no address
 * outside cannot be changed, not even where the family is {@code none} (canonical/lxd#16607, #17247;
 * {@code lxd/network/driver_ovn.go Validate}).
 */
public final class FrozenNetworks {
    private FrozenNetworks() {}

    /** An error where it is to be changed at once; a warning where it is made, for it cannot be changed later. */
    public static List<Diagnostic> network(Change network, PlanningContext now) {
        if (network.desired().isEmpty()) return List.of();
        DesiredResource desired = network.desired().get();
        Optional<String> bare = Stream.of("ipv6", "ipv4").filter(family -> isBare(desired, family, network, now))
                .findFirst();
        if (bare.isEmpty()) return List.of();
        boolean atOnce = network.action() == Action.CHANGE || desired.value(LxdConfig.DESCRIPTION).isPresent();
        return Servers.all(now).stream().filter(server -> ServerFacts.of(server).freezesFamiliesWithoutRouterAddress())
                .limit(1)
                .map(server -> diagnostic(network, bare.get(), server, atOnce)).toList();
    }

    private static Diagnostic diagnostic(Change network, String family, Server server, boolean atOnce) {
        Label label = new Label(network.span(), "has no " + family + ".outside");
        String what = server.title() + " refuses every change of " + network.id();
        return (atOnce ? Diagnostic.error("MC0745", what, label) : Diagnostic.warning("MC0745", what, label))
                .why("these releases require an address of the router on the uplink for each family, even if"
                        + " the uplink has no gateway of that family")
                .fix("upgrade all members to 5.21.5, 6.6 or later" + (network.action() == Action.CREATE && atOnce
                        ? ", or remove the description, which needs a second call"
                        : ""));
    }

    /** It says something of the family, if only that there is none, and has no address outside, nor will get one. */
    private static boolean isBare(DesiredResource desired, String family, Change network, PlanningContext now) {
        String outside = family + ".outside";
        if (desired.value(family + ".address").isEmpty() || desired.value(outside).isPresent()) return false;
        return network.found().map(found -> found.value(outside).isEmpty())
                .orElseGet(() -> !new PlannedUplink(desired.value("uplink").orElse(""), now).hasGateway(family));
    }
}
