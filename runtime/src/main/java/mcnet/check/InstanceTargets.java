package mcnet.check;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Place;
import mcnet.model.Statement;
import mcnet.model.Value;

/** An instance that a forward leads to has a fixed address of the forward's family on its network. */
final class InstanceTargets implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Network network : facts.listening())
            network.declaration().nested("forward").forEach(forward -> targets(forward).forEach(thing -> {
                Optional<Declaration> instance = facts.program().named("instance", network.project(), thing.name());
                boolean known = instance.isPresent() && !facts.doubts().about(instance.get());
                if (known && instance.get().nested("nic").noneMatch(nic -> fits(nic, network, forward)))
                    report.accept(Diagnostic.error("MC0373", "instance " + thing.name() + " has no fixed "
                            + (isIpv6(forward) ? "IPv6" : "IPv4") + " address on " + network.title(),
                            new Label(thing.span(), ""), new Label(instance.get().span(), ""))
                            .why("a forward leads to an address, and one that is leased may be another tomorrow")
                            .fix("give it one: nic eth0 { network = " + network.declaration().name()
                                    + "  address = … }"));
            }));
    }

    private static Stream<Place.Thing> targets(Declaration forward) {
        return Stream.concat(forward.statements(Statement.Forwarding.class).flatMap(f -> f.targets().stream())
                .map(Statement.Target::place), forward.statements(Statement.Rest.class).map(Statement.Rest::target))
                .filter(Place.Thing.class::isInstance).map(Place.Thing.class::cast)
                .filter(thing -> thing.kind().equals("instance"));
    }

    private static boolean fits(Declaration nic, Network network, Declaration forward) {
        return Lists.word(nic, "network").equals(network.declaration().name())
                && Stream.of("address", "ipv4.address", "ipv6.address").flatMap(p -> nic.setting(p).stream())
                        .anyMatch(s -> s.value() instanceof Value.Address a && a.address().isIPv6() == isIpv6(forward));
    }

    private static boolean isIpv6(Declaration forward) {
        return forward.name().contains(":");
    }
}
