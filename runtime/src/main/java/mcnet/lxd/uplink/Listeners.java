package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.server.Servers;
import mcnet.lxd.traffic.ListenerObjects;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;
import mcnet.product.Server;
import mcnet.product.ServerFacts;

/**
 * Forwards and balancers that an uplink's routes are to hold. Newer LXD refuses every change of an uplink while one on its
 * networks listens elsewhere outside ({@code lxd/network/driver_common.go validateRoutes}); those that listen inside of
 * their own network do not count ({@code lxd/db/network_forwards.go GetProjectNetworkForwardListenAddressesByUplink},
 * {@code lxd/db/network_load_balancers.go}).
 */
public final class Listeners {
    private static final String CODE = "MC0775";

    private Listeners() {}

    private static Optional<Server> strict(PlanningContext now) {
        return Servers.all(now).stream().filter(s -> ServerFacts.of(s).holdsListenersAgainstRoutes()).findFirst();
    }

    /** Balancers are asked for where an uplink's routes are to change; forwards are known without. */
    public static List<Query> queries(PlanningContext now) {
        List<Query> queries = new ArrayList<>();
        boolean balances = Servers.all(now).stream().noneMatch(s -> s.lacks("network_load_balancer"));
        if (!balances || strict(now).isEmpty()) return queries;
        now.program().ofKind(KindName.UPLINK).map(u -> new PlannedUplink(u.name(), now)).filter(Listeners::reroutes)
                .forEach(uplink -> new UplinkNetworks(uplink.name(), now).all().keySet()
                        .forEach(network -> queries.add(LxdNetworks.balancers(network))));
        return queries;
    }

    private static boolean reroutes(PlannedUplink uplink) {
        return Stream.of("ipv4", "ipv6").anyMatch(family -> !uplink.routes(family).equals(uplink.routesNow(family)));
    }

    /** What the server would refuse of an uplink's change. */
    public static List<Diagnostic> refused(Change uplink, PlanningContext now) {
        List<Diagnostic> wrong = new ArrayList<>();
        PlannedUplink planned = new PlannedUplink(uplink.id().name(), now);
        boolean isReleased = uplink.action() == Action.RELEASE;
        strict(now).ifPresent(server -> new UplinkNetworks(uplink.id().name(), now).all().forEach((network, seen) -> {
            for (JsonNode forward : now.seen().of(LxdNetworks.forwards(network)).value())
                if (isReleased || !goes(KindName.FORWARD, forward, network, now))
                    outside(forward, seen, planned)
                            .map(a -> refused(uplink, "forward", "forward", network, a, planned, server))
                            .ifPresent(wrong::add);
            for (JsonNode balancer : now.seen().of(LxdNetworks.balancers(network)).value())
                if (isReleased || !goes(KindName.BALANCER, balancer, network, now))
                    outside(balancer, seen, planned)
                            .map(a -> refused(uplink, "balancer", "load-balancer", network, a, planned, server))
                            .ifPresent(wrong::add);
        }));
        return wrong;
    }

    /** The listener's address, where neither its network nor the routes hold it. */
    private static Optional<IPAddress> outside(JsonNode listener, JsonNode network, PlannedUplink planned) {
        return Optional.ofNullable(Ip.read(listener.path("listen_address").asText()))
                .filter(a -> !isInside(a, network) && !LiveRoutes.holds(planned.routes(family(a)), a));
    }

    /** @param noun LXD's word for it on the command line */
    private static Diagnostic refused(Change uplink, String kind, String noun, ResourceId network, IPAddress address,
            PlannedUplink planned, Server server) {
        String listener = kind + " " + address.toCanonicalString() + " of " + network.title();
        Label[] labels = uplink.span() == null ? new Label[0] : new Label[]{new Label(uplink.span(), "will change")};
        return Diagnostic
                .error(CODE,
                        server.title() + " refuses changes of " + uplink.id() + ": its routes do not"
                                + " contain " + listener,
                        labels)
                .why("for each change of an uplink it checks that the routes contain all listen addresses of"
                        + " its networks")
                .fix("add it to the uplink's routes: " + block(planned, address)
                        + "; or remove the " + kind + " first: lxc network " + noun + " delete "
                        + ShellWords.quoted(network.name()) + " " + address.toCanonicalString()
                        + (network.project().isEmpty() ? "" : " --project " + ShellWords.quoted(network.project())));
    }

    private static boolean isInside(IPAddress address, JsonNode network) {
        IPAddress own = Ip.read(network.path("config").path(family(address) + ".address").asText());
        return own != null && own.toPrefixBlock().contains(address);
    }

    private static boolean goes(String kind, JsonNode listener, ResourceId network, PlanningContext now) {
        boolean ours = Mark.of(LxdConfig.of(listener)).filter(m -> m.program().equals(now.program().name()))
                .isPresent();
        return ours && now.program().all(kind)
                .noneMatch(d -> d.inside().project().equals(network.project())
                        && d.inside().outer().equals(network.name())
                        && ListenerObjects.isCalled(d.name(), listener));
    }

    private static String block(PlannedUplink uplink, IPAddress address) {
        String family = family(address);
        String held = uplink.routes(family);
        return "uplink " + uplink.name() + " { " + family + " { routes = ["
                + (held.isEmpty() ? "" : held.replace(",", ", ") + ", ") + address.toCanonicalString() + "/"
                + address.getBitCount() + "] } }";
    }

    private static String family(IPAddress address) {
        return address.isIPv6() ? "ipv6" : "ipv4";
    }
}
