package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.schema.Family;

/** A network has addresses of some family ({@code lxd/network/driver_ovn.go setup}). */
public final class NetworkWithoutAddresses implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView network : facts.networks()) {
            if (network.isIsolated()) continue;
            Declaration declaration = network.declaration();
            boolean none = FamilyBlocks.BOTH.stream().allMatch(f -> !network.has(f)
                    && !facts.invalidParts().about(declaration, FamilyBlocks.block(f)) && !opened(declaration, f));
            if (none)
                report.accept(Diagnostic.error("MC0327", network.title() + " has no addresses",
                        new Label(declaration.span(), ""))
                        .why("a family without a block has no addresses, and the server refuses a network without any"
                                + " address")
                        .fix("add ipv4 { address = 10.42.1.1/24  nat = true }, or ipv6 { address = auto }"));
        }
    }

    /** A block without an address is another rule's matter. */
    private static boolean opened(Declaration network, Family family) {
        return ListSettings.word(network, FamilyBlocks.block(family)).equals("true");
    }
}
