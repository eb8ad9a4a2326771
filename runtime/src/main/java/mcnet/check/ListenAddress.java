package mcnet.check;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Where forwards and balancers listen: an address that the uplink routes, and each but once (facts F1 to F4). */
final class ListenAddress implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        Map<String, Declaration> first = new HashMap<>();
        for (Network network : facts.listening())
            network.listeners().forEach(listener -> {
                Optional<IPAddress> address = address(listener);
                named(listener, address.isPresent(), facts, report);
                if (address.isEmpty())
                    return;
                routed(listener, address.get(), network, facts, report);
                String key = network.uplink().map(Uplink::title).orElse("") + " " + address.get();
                Declaration other = first.putIfAbsent(key, listener);
                if (other != null && other != listener)
                    report.accept(Diagnostic.error("MC0344", address.get() + " is listened to twice",
                            new Label(listener.span(), "again here"), new Label(other.span(), "first here"))
                            .why("forwards and balancers of one uplink share its addresses")
                            .fix("choose another address, or put the ports together"));
            });
    }

    /** Empty: the server chooses it. */
    static Optional<IPAddress> address(Declaration listener) {
        IPAddressString text = new IPAddressString(listener.name());
        return text.isIPAddress() ? Optional.of(text.getAddress()) : Optional.empty();
    }

    private static void named(Declaration listener, boolean address, Facts facts, Consumer<Diagnostic> report) {
        boolean auto = listener.has("address");
        if (address == auto && !facts.doubts().about(listener, "address"))
            report.accept(Diagnostic.error("MC0343", address
                    ? listener.title() + " has two addresses"
                    : listener.title() + " has no address", new Label(listener.span(), ""))
                    .why("it is called by its address, unless the server is to choose one")
                    .fix(address
                            ? "take address = auto out, or give it a name"
                            : "call it by its address, or add address = auto"));
    }

    private static void routed(Declaration listener, IPAddress address, Network network, Facts facts,
            Consumer<Diagnostic> report) {
        Family family = address.isIPv4() ? Family.IPV4 : Family.IPV6;
        Optional<Value.Interface> inside = network.address(family).filter(a -> Space.of(a).contains(address));
        inside.filter(a -> a.host().equals(address)).ifPresent(a -> report.accept(Diagnostic
                .error("MC0375", address + " is the router's own address", new Label(listener.span(), ""),
                        new Label(a.span(), "the router of " + network.title()))
                .why("the router answers there itself").fix("listen on another address")));
        if (inside.isPresent())
            return;
        network.uplink().filter(u -> !facts.doubts().about(u.declaration(), Families.path(family, "routes")))
                .filter(u -> u.routes(family).stream().noneMatch(r -> Space.of(r).contains(address)))
                .ifPresent(u -> report.accept(outside(listener, address, u, family)));
    }

    private static Diagnostic outside(Declaration listener, IPAddress address, Uplink uplink, Family family) {
        String path = Families.path(family, "routes");
        String routes = uplink.routes(family).stream().map(r -> r.text()).collect(Collectors.joining(", "));
        String one = address + "/" + address.getBitCount();
        return Diagnostic.error("MC0312", listener.title() + " is outside the routes of " + uplink.title(),
                new Label(listener.span(), routes.isEmpty() ? "" : "not in " + routes),
                uplink.declaration().setting(path)
                        .map(s -> new Label(s.value().span(), "the uplink's routes"))
                        .orElse(new Label(uplink.declaration().span(), "no routes")))
                .why("LXD answers for a forward's address only if the uplink routes it")
                .fix(address.isZero()
                        ? "let the server choose: " + listener.kind().name() + " NAME { address = auto … }"
                        : held(address, uplink, family)
                                ? "listen on an address of the routes; this one is a router's"
                                : "add " + one + " to routes"
                                        + (routes.isEmpty() ? "" : ", or listen on an address of " + routes));
    }

    private static boolean held(IPAddress address, Uplink uplink, Family family) {
        return uplink.ranges(family).stream().anyMatch(r -> r.range().contains(address))
                || uplink.gateway(family).filter(g -> g.host().equals(address)).isPresent();
    }
}
