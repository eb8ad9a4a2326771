package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** IPv6 needs an MTU of 1280 (RFC 8200 5): below, Linux has no IPv6 on the interface. */
public final class Ipv6Mtu implements Rule {
    private static final int SMALLEST = 1280;

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.addressed(Family.IPV6))
            network.declaration().setting("mtu").filter(s -> s.value() instanceof Value.Whole mtu
                    && mtu.number() < SMALLEST && network.has(Family.IPV6))
                    .ifPresent(said -> report.accept(Diagnostic
                            .warning("MC0485", "instances of " + network.title() + " will have no IPv6",
                                    new Label(said.span(), "smaller than " + SMALLEST))
                            .why("IPv6 needs an MTU of 1280, and Linux switches it off on an interface with less")
                            .fix("write mtu = 1280 or more, or ipv6 = none")));
    }
}
