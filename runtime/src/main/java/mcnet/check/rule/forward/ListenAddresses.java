package mcnet.check.rule.forward;

import inet.ipaddr.IPAddress;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Where forwards and balancers listen: an address that the uplink routes, and each but once ({@code lxd/network/driver_ovn.go ForwardCreate}). */
public final class ListenAddresses implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, Declaration> first = new HashMap<>();
        for (NetworkView network : facts.listening())
            network.listeners().forEach(listener -> {
                Optional<IPAddress> address = address(listener);
                named(listener, address.isPresent(), facts, report);
                if (address.isEmpty())
                    return;
                routed(listener, address.get(), network, facts, report);
                String key = network.uplink().map(UplinkView::title).orElse("") + " " + address.get();
                Declaration other = first.putIfAbsent(key, listener);
                if (other != null && other != listener)
                    report.accept(Diagnostic.error("MC0344", "duplicate listen address " + address.get(),
                            new Label(listener.span(), "again here"), new Label(other.span(), "first here"))
                            .why("a listen address can be used only once on an uplink, by one forward or balancer")
                            .fix("choose another address, or merge the ports into one declaration"));
            });
    }

    /** Empty: the server chooses it. */
    public static Optional<IPAddress> address(Declaration listener) {
        return Optional.ofNullable(Ip.read(listener.name()));
    }

    private static void named(Declaration listener, boolean address, ProgramView facts, Consumer<Diagnostic> report) {
        boolean auto = listener.has("address");
        if (address == auto && !facts.invalidParts().about(listener, "address"))
            report.accept(Diagnostic.error("MC0343", address
                    ? listener.title() + " has two addresses"
                    : listener.title() + " has no address", new Label(listener.span(), ""))
                    .why("its name is its listen address; only with address = auto it has another name")
                    .fix(address
                            ? "remove address = auto, or write a name instead of the address"
                            : "write its"
                                    + " address as its name, or add address = auto"));
    }

    private static void routed(Declaration listener, IPAddress address, NetworkView network, ProgramView facts,
            Consumer<Diagnostic> report) {
        Family family = address.isIPv4() ? Family.IPV4 : Family.IPV6;
        Optional<Value.Interface> inside = network.address(family).filter(a -> AddressSpace.of(a).contains(address));
        inside.filter(a -> a.host().equals(address)).ifPresent(a -> report.accept(onRouter(listener, a, network)));
        if (inside.isPresent())
            return;
        network.uplink().filter(u -> isKnownOutside(address, u, family, facts))
                .ifPresent(u -> report.accept(outside(listener, address, u, family)));
    }

    private static boolean isKnownOutside(IPAddress address, UplinkView uplink, Family family, ProgramView facts) {
        return !facts.invalidParts().about(uplink.declaration(), FamilyBlocks.path(family, "routes"))
                && uplink.routes(family).stream().noneMatch(r -> AddressSpace.of(r).contains(address));
    }

    /** LXD before 5.21.5 and 6.6 takes it where the uplink routes the address, and sends on what comes to its ports. */
    private static Diagnostic onRouter(Declaration listener, Value.Interface router, NetworkView network) {
        Family family = router.host().isIPv4() ? Family.IPV4 : Family.IPV6;
        boolean routed = network.uplink().filter(u -> u.routes(family).stream()
                .noneMatch(r -> AddressSpace.of(r).contains(router.host()))).isEmpty();
        String what = router.host().toCanonicalString() + " is the router's own address";
        Label[] labels = {new Label(listener.span(), ""), new Label(router.span(), "the router of " + network.title())};
        return routed
                ? Diagnostic.warning("MC0487", what, labels)
                        .why("LXD from 5.21.5 and 6.6 on refuses it; older versions accept it where the uplink"
                                + " routes it")
                        .fix("use another listen address")
                : Diagnostic.error("MC0375", what, labels).why("the server refuses it where the uplink does not route"
                        + " it").fix("use another listen address");
    }

    private static Diagnostic outside(Declaration listener, IPAddress address, UplinkView uplink, Family family) {
        String path = FamilyBlocks.path(family, "routes");
        String routes = uplink.routes(family).stream().map(r -> r.text()).collect(Collectors.joining(", "));
        String one = address + "/" + address.getBitCount();
        return Diagnostic.error("MC0312", listener.title() + " is outside the routes of " + uplink.title(),
                new Label(listener.span(), routes.isEmpty() ? "" : "not in " + routes),
                uplink.declaration().setting(path)
                        .map(s -> new Label(s.value().span(), "the uplink's routes"))
                        .orElse(new Label(uplink.declaration().span(), "no routes")))
                .why("the server answers for the listen address only if it is in the routes of the uplink")
                .fix(address.isZero()
                        ? "let the server choose the address: " + listener.kind().name() + " NAME { address ="
                                + " auto … }"
                        : held(address, uplink, family)
                                ? "use a listen address in the routes; or, where " + address
                                        + " is the router's own, add "
                                        + one + " to routes"
                                : "write in " + uplink.declaration().title() + ": "
                                        + family.name().toLowerCase(Locale.ROOT)
                                        + " { routes = [" + (routes.isEmpty() ? "" : routes + ", ") + one + "] }"
                                        + (routes.isEmpty() ? "" : "; or use a listen address in " + routes));
    }

    private static boolean held(IPAddress address, UplinkView uplink, Family family) {
        return uplink.ranges(family).stream().anyMatch(r -> r.range().contains(address))
                || uplink.gateway(family).filter(g -> g.host().equals(address)).isPresent();
    }
}
