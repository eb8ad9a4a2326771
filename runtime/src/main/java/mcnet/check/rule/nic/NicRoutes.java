package mcnet.check.rule.nic;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.rule.forward.ListenAddresses;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Networks outside that lead to a NIC ({@code lxd/network/driver_ovn.go InstanceDevicePortValidateExternalRoutes}): the
 * uplink routes them, nobody else has them, and an uplink that answers for each address takes 64 of them at most.
 */
public final class NicRoutes implements Rule {
    private static final int MOST_BITS = 6;

    /** One of them, and where it leads. */
    private record Route(Value.Subnet subnet, NetworkView network, UplinkView uplink) {}

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        List<Route> routes = new ArrayList<>();
        facts.program().each(owner -> owner.nested(KindName.NIC).forEach(nic -> facts
                .network(ListSettings.word(nic, "network"), owner.inside().networks())
                .ifPresent(network -> network.uplink().ifPresent(uplink -> {
                    for (Family family : FamilyBlocks.BOTH) {
                        of(nic, family).forEach(subnet -> {
                            Route route = new Route(subnet, network, uplink);
                            alone(route, family, facts, report);
                            besideNetworks(route, family, facts, report);
                            if (!owner.kind().name().equals(KindName.INSTANCE)) return;
                            apart(route, routes, family, report);
                            routes.add(route);
                        });
                    }
                }))));
    }

    private static List<Value.Subnet> of(Declaration nic, Family family) {
        return ListSettings.of(nic, FamilyBlocks.path(family, "external"), Value.Subnet.class);
    }

    private static void alone(Route route, Family family, ProgramView facts, Consumer<Diagnostic> report) {
        Declaration uplink = route.uplink.declaration();
        Label at = new Label(uplink.span(), "the uplink of " + route.network.title());
        if (!facts.invalidParts().about(uplink, FamilyBlocks.path(family, "routes"))
                && route.uplink.routes(family).stream()
                        .noneMatch(r -> AddressSpace.of(r).contains(AddressSpace.of(route.subnet))))
            report.accept(error(route, "is not routed by " + route.uplink.title(), at,
                    "the server routes only subnets of the uplink's routes to a NIC",
                    "add it to the routes of " + route.uplink.title()));
        else if (!facts.invalidParts().about(uplink, "ingress")
                && !ListSettings.word(uplink, "ingress").equals("routed")
                && route.subnet.subnet().getBitCount() - route.subnet.subnet().getPrefixLength() > MOST_BITS)
            report.accept(error(route, "is too large for " + route.uplink.title(), at,
                    "with ingress = l2proxy the server answers for each address separately, and allows 64 at most",
                    "write subnets of at most 64 addresses, or ingress = routed in " + route.uplink.title()));
    }

    /** The server knows which networks and addresses outside lead to a network already; the own NAT address may be used. */
    private static void besideNetworks(Route route, Family family, ProgramView facts, Consumer<Diagnostic> report) {
        if (route.uplink.allowsOverlaps(family) || route.subnet.subnet().isIPv4() != (family == Family.IPV4)) return;
        for (NetworkView network : facts.networksOf(route.uplink)) {
            if (!network.hidden(family))
                network.address(family).filter(a -> overlaps(route, a.subnet()))
                        .ifPresent(a -> report.accept(taken(route, network.title() + " is routed there", a.span())));
            if (!network.equals(route.network))
                network.declaration().setting(FamilyBlocks.path(family, "nat.address")).map(Setting::value)
                        .filter(v -> v instanceof Value.Address a && overlaps(route, a.address()))
                        .ifPresent(
                                v -> report.accept(taken(route, network.title() + " goes out from there", v.span())));
            network.listeners().forEach(listener -> ListenAddresses.address(listener)
                    .filter(a -> overlaps(route, a))
                    .ifPresent(a -> report.accept(taken(route, listener.title() + " listens there", listener.span()))));
        }
    }

    private static boolean overlaps(Route route, IPAddress other) {
        return route.subnet.subnet().isIPv4() == other.isIPv4()
                && AddressSpace.of(route.subnet).overlaps(AddressSpace.of(other));
    }

    private static Diagnostic taken(Route route, String by, Span at) {
        return Diagnostic.error("MC0465", "cannot route " + route.subnet.text() + " to a NIC: " + by,
                new Label(route.subnet.span(), ""), new Label(at, "here"))
                .why("the server refuses an external subnet that overlaps with another network or forward of the uplink")
                .fix("choose another subnet in the routes of " + route.uplink.title() + ", or remove one of them");
    }

    private static void apart(Route route, List<Route> others, Family family, Consumer<Diagnostic> report) {
        if (route.uplink.allowsOverlaps(family)) return;
        others.stream().filter(o -> o.uplink.equals(route.uplink))
                .filter(o -> o.subnet.subnet().isIPv4() == route.subnet.subnet().isIPv4())
                .filter(o -> AddressSpace.of(o.subnet).overlaps(AddressSpace.of(route.subnet))).findFirst()
                .ifPresent(o -> report.accept(error(route, "is routed to two"
                        + " NICs", new Label(o.subnet.span(), "and here"),
                        "the server refuses overlapping external subnets on one uplink", "remove one of them")));
    }

    private static Diagnostic error(Route route, String what, Label other, String why, String fix) {
        return Diagnostic.error("MC0396", route.subnet.text() + " " + what, new Label(route.subnet.span(), ""), other)
                .why(why).fix(fix);
    }
}
