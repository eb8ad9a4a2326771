package mcnet.planner.rule;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Difference;
import mcnet.plan.ResourceId;

/**
 * Addresses outside that a change takes on an uplink: what LXD calls external subnets
 * ({@code lxd/network/driver_ovn.go getExternalSubnetInUse}).
 *
 * @param uplink its name; empty where it is not known
 * @param network that they lead to
 * @param subnet one address, or a network's whole prefix
 */
record ExternalSubnet(Change change, Usage usage, String uplink, ResourceId network, IPAddress subnet, Span span) {
    private static final String UPLINK = "uplink";

    enum Usage {
        ROUTED, NAT, LISTENER, NIC
    }

    /** Those that a change sends to the server, which it did not have there before. */
    static List<ExternalSubnet> of(Change change, List<Change> changes, PlanningContext now) {
        if (change.desired().isEmpty()) return List.of();
        return switch (change.id().kind()) {
            case KindName.NETWORK -> ofNetwork(change);
            case KindName.FORWARD, KindName.BALANCER -> ofListener(change, changes, now);
            case KindName.INSTANCE, KindName.PROFILE -> ofNics(change, changes, now);
            default -> List.of();
        };
    }

    private static List<ExternalSubnet> ofNetwork(Change change) {
        List<ExternalSubnet> all = new ArrayList<>();
        DesiredResource desired = change.desired().orElseThrow();
        String uplink = desired.value(UPLINK).orElse("");
        if (uplink.equals(LxdNetworks.ISOLATED)) return all;
        for (String family : List.of("ipv4", "ipv6")) {
            String address = family + ".address";
            boolean routed = !LxdConfig.isTrue(desired.value(family + ".nat").orElse(""));
            if (routed && (isSent(change, address) || isSent(change, family + ".nat")))
                address(desired, address).map(IPAddress::toPrefixBlock).map(
                        a -> new ExternalSubnet(change, Usage.ROUTED, uplink, change.id(), a, span(change, address)))
                        .ifPresent(all::add);
            String nat = family + ".nat.address";
            if (isSent(change, nat))
                address(desired, nat)
                        .map(a -> new ExternalSubnet(change, Usage.NAT, uplink, change.id(), a, span(change, nat)))
                        .ifPresent(all::add);
        }
        return all;
    }

    /** One that listens inside of its own network takes nothing outside. */
    private static List<ExternalSubnet> ofListener(Change change, List<Change> changes, PlanningContext now) {
        IPAddress listen = Ip.read(change.id().name());
        if (change.action() != Action.CREATE || listen == null) return List.of();
        ResourceId network = network(change, change.id().network());
        boolean inside = Stream.of("ipv4.address", "ipv6.address").map(path -> value(network, path, changes, now))
                .map(Ip::read).anyMatch(a -> a != null && a.toPrefixBlock().contains(listen));
        return inside
                ? List.of()
                : List.of(new ExternalSubnet(change, Usage.LISTENER, value(network, UPLINK, changes, now), network,
                        listen, change.span()));
    }

    private static List<ExternalSubnet> ofNics(Change change, List<Change> changes, PlanningContext now) {
        List<ExternalSubnet> all = new ArrayList<>();
        for (Difference d : change.differences()) {
            String path = d.field().attribute();
            if (!d.changes() || !path.endsWith(".external") || d.after().isEmpty()) continue;
            String nic = path.substring(0, path.indexOf('.'));
            ResourceId network = network(change,
                    change.desired().flatMap(w -> w.value(nic + ".network")).orElse(""));
            String uplink = value(network, UPLINK, changes, now);
            Arrays.stream(d.after().split(",")).map(route -> Ip.read(route.strip())).filter(Objects::nonNull)
                    .forEach(r -> all.add(new ExternalSubnet(change, Usage.NIC, uplink, network, r, d.span())));
        }
        return all;
    }

    private static ResourceId network(Change change, String name) {
        return new ResourceId(KindName.NETWORK, change.id().project(), "", name);
    }

    /** As the file says it, else as the cluster has it. */
    private static String value(ResourceId network, String path, List<Change> changes, PlanningContext now) {
        return changes.stream().filter(c -> c.id().equals(network)).flatMap(c -> c.desired().stream())
                .flatMap(w -> w.value(path).stream()).findFirst()
                .orElseGet(() -> LxdNetworks.seen(network, now.seen())
                        .map(n -> n.path("config").path(path.equals(UPLINK) ? "network" : path).asText()).orElse(""));
    }

    private static Optional<IPAddress> address(DesiredResource desired, String path) {
        return desired.value(path).map(Ip::read);
    }

    static boolean isSent(Change change, String path) {
        return change.of(path).stream().anyMatch(Difference::changes);
    }

    static Span span(Change change, String path) {
        return change.of(path).stream().map(Difference::span).filter(Objects::nonNull).findFirst()
                .orElse(change.span());
    }
}
