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

/** NAT, DHCP and the rest of a family want an address of the family. */
public final class ServicesNeedAddress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.addressed(family)) {
                Declaration declaration = network.declaration();
                String path = FamilyBlocks.path(family, "address");
                if (ListSettings.word(declaration, FamilyBlocks.block(family)).equals("true")
                        && facts.lacks(declaration, path))
                    report.accept(Diagnostic.error("MC0328", network.title() + " has a"
                            + " block " + FamilyBlocks.block(family) + " without an address",
                            new Label(declaration.setting(FamilyBlocks.block(family)).get().span(), ""))
                            .why("without an address the network does not use this family, and the rest of the"
                                    + " block has no effect")
                            .fix("add address = " + (family == Family.IPV4 ? "10.42.1.1/24" : "fd42::1/64")
                                    + ", address = auto, or write " + FamilyBlocks.block(family) + " = none"));
            }
    }
}
