package mcnet.check.rule.network;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/**
 * What a network without an uplink cannot have, and what does nothing there ({@code
 * internal/server/network/driver_ovn.go ForwardCreate, LoadBalancerCreate} of Incus).
 */
public final class IsolatedNetworks implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks()) {
            if (!network.isIsolated()) continue;
            network.listeners().forEach(listener -> report.accept(Diagnostic
                    .error("MC0523", listener.title() + " needs an uplink", new Label(listener.span(), ""),
                            without(network))
                    .why("it listens on the uplink of its network, and the server refuses it where there is none")
                    .fix("remove it, or connect " + network.title() + " to an uplink")));
            for (Family family : FamilyBlocks.BOTH)
                for (String path : List.of("nat", "nat.address", "outside")) idle(network, family, path, report);
        }
    }

    private static void idle(NetworkView network, Family family, String attribute, Consumer<Diagnostic> report) {
        String path = FamilyBlocks.path(family, attribute);
        network.declaration().setting(path).filter(said -> !said.value().text().equals("false"))
                .filter(said -> !attribute.equals("nat") || !network.declaration().has(path + ".address"))
                .ifPresent(said -> report.accept(Diagnostic
                        .warning("MC0524", path + " has no effect in " + network.title(), new Label(said.span(), ""),
                                without(network))
                        .why("it is about packets between the network and its uplink")
                        .fix("remove it, or connect " + network.title() + " to an uplink")));
    }

    private static Label without(NetworkView network) {
        return new Label(network.declaration().setting("uplink").orElseThrow().value().span(), "has no uplink");
    }
}
