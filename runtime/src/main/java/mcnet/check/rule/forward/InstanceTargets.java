package mcnet.check.rule.forward;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Statement;
import mcnet.model.Subject;
import mcnet.model.Value;

/** An instance that a forward or balancer leads to has a fixed address of the forward's family on its network. */
public final class InstanceTargets implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.listening())
            network.listeners().forEach(forward -> targets(forward).forEach(thing -> {
                Optional<Declaration> instance = facts.program().named(KindName.INSTANCE, network.project(),
                        thing.name());
                boolean known = instance.isPresent() && !facts.invalidParts().about(instance.get());
                if (known && instance.get().nested(KindName.NIC).noneMatch(nic -> fits(nic, network, forward)))
                    report.accept(Diagnostic.error("MC0373", "instance " + thing.name() + " has no fixed "
                            + (isIpv6(forward) ? "IPv6" : "IPv4") + " address on " + network.title(),
                            new Label(thing.span(), ""), new Label(instance.get().span(), ""))
                            .why("a " + forward.kind().name()
                                    + " needs a fixed target address; an address from DHCP can change")
                            .fix("write a fixed address: nic eth0 { network = " + network.declaration().name()
                                    + "  address = … }"));
            }));
    }

    private static Stream<Subject.Thing> targets(Declaration forward) {
        return Stream.concat(forward.statements(Statement.Forwarding.class).flatMap(f -> f.targets().stream())
                .map(Statement.Target::place), forward.statements(Statement.Rest.class).map(Statement.Rest::target))
                .filter(Subject.Thing.class::isInstance).map(Subject.Thing.class::cast)
                .filter(thing -> thing.kind().equals(KindName.INSTANCE));
    }

    private static boolean fits(Declaration nic, NetworkView network, Declaration forward) {
        return ListSettings.word(nic, "network").equals(network.declaration().name())
                && Stream.of("address", "ipv4.address", "ipv6.address").flatMap(p -> nic.setting(p).stream())
                        .anyMatch(s -> s.value() instanceof Value.Address a && a.address().isIPv6() == isIpv6(forward));
    }

    private static boolean isIpv6(Declaration forward) {
        return forward.name().contains(":");
    }
}
