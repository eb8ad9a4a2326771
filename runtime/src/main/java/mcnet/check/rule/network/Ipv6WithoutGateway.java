package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** From LXD 5.21.3 on every later update of such a network fails (LXD issues 16607, 17247). */
public final class Ipv6WithoutGateway implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks(Family.IPV6))
            network.uplink().filter(u -> network.has(Family.IPV6) && facts
                    .lacks(u.declaration(), FamilyBlocks.path(Family.IPV6, u.gatewayAttribute())))
                    .ifPresent(u -> report.accept(Diagnostic.error("MC0330", network.title() + " has IPv6,"
                            + " but " + u.title() + " has none",
                            new Label(network.declaration().setting("ipv6.address").get().span(), ""),
                            new Label(u.declaration().span(), "no IPv6 " + u.gatewayAttribute()))
                            .why("newer LXD creates such a network, and then refuses every change to it")
                            .fix("add ipv6 { " + u.gatewayAttribute() + " = … } to " + u.title()
                                    + ", or write ipv6 = none")));
    }
}
