package mcnet.lxd.uplink;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.server.Servers;
import mcnet.product.Server;
import mcnet.lxd.traffic.SubjectAddresses;
import mcnet.model.Ip;
import mcnet.module.PlanningContext;
import mcnet.plan.DesiredResource;

/**
 * Where a forward or balancer may listen. Inside of its own network it listens where the uplink routes the address, or on
 * newer servers; these refuse the router's own one ({@code lxd/network/driver_ovn.go checkInternalAddressNotInUse}).
 */
public final class InsideListeners {
    /** The API extension of those that listen inside of their own network. */
    private static final String INSIDE = "ovn_internal_load_balancer";

    private InsideListeners() {}

    public static List<Diagnostic> refused(DesiredResource listener, PlanningContext now) {
        IPAddress listen = Ip.read(listener.id().name());
        if (listen == null) return List.of();
        String family = listen.isIPv6() ? "ipv6" : "ipv4";
        IPAddress inside = new SubjectAddresses(now, listener.id().project())
                .ofNetwork(listener.id().network(), family).orElse(null);
        if (inside == null || !inside.toPrefixBlock().contains(listen))
            return LiveRoutes.outside(listener, listen, family, now);
        List<Diagnostic> wrong = new ArrayList<>();
        boolean routed = LiveRoutes.hold(listener, listen, family, now);
        boolean router = inside.withoutPrefixLength().equals(listen);
        for (Server server : Servers.all(now)) {
            if (wrong.isEmpty() && router && !server.lacks(INSIDE)) wrong.add(onRouter(listener, family, server));
            if (wrong.isEmpty() && !routed && server.lacks(INSIDE)) wrong.add(tooOld(listener, server));
        }
        return wrong;
    }

    private static Diagnostic onRouter(DesiredResource listener, String family, Server server) {
        return Diagnostic.error("MC0769",
                server.title() + " does not allow a " + listener.id().kind() + " on the router's address of"
                        + " its own network",
                new Label(listener.declaration().span(), ""))
                .why(server.member() + " would say: Listen address \"" + listener.id().name()
                        + "\" is already in use by \"" + family + ".address\" of network \""
                        + listener.id().network() + "\"")
                .fix("use another listen address");
    }

    private static Diagnostic tooOld(DesiredResource listener, Server server) {
        return Diagnostic.error("MC0746",
                server.member() + " does not support " + listener.id().kind() + "s on addresses of their own network",
                new Label(listener.declaration().span(), ""))
                .why("a listen address inside the network that its uplink does not route needs the API extension "
                        + INSIDE + ", which version " + server.version() + " does not have")
                .fix("use a listen address in the uplink's routes, or upgrade the server on all members");
    }
}
