package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.schema.Family;

/** NAT, DHCP and the rest of a family want an address of the family. */
final class AddressBeforeServices implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH)
            for (Network network : facts.networks(family)) {
                Declaration declaration = network.declaration();
                String path = Families.path(family, "address");
                if (Lists.word(declaration, Families.block(family)).equals("true") && facts.lacks(declaration, path))
                    report.accept(Diagnostic.error("MC0328", network.title() + " opens " + Families.block(family)
                            + " without an address",
                            new Label(declaration.setting(Families.block(family)).get().span(), ""))
                            .why("without an address the network has none of the family, and all else in the block is void")
                            .fix("add address = " + (family == Family.IPV4 ? "10.42.1.1/24" : "fd42::1/64")
                                    + ", address = auto, or write " + Families.block(family) + " = none"));
            }
    }
}
