package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * A network behind NAT that lies inside the uplink's own makes part of the outside unreachable, and all of it where that
 * part holds the gateway. LXD takes both.
 */
public final class UplinkOverlap implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.networks(family))
                network.uplink().flatMap(u -> u.gateway(family)).ifPresent(gateway -> network.address(family)
                        .filter(a -> network.hidden(family) && AddressSpace.overlap(a, gateway))
                        .ifPresent(a -> report.accept(overlap(network, a, gateway))));
    }

    private static Diagnostic overlap(NetworkView network, Value.Interface address, Value.Interface gateway) {
        Label[] labels = {new Label(address.span(), ""), new Label(gateway.span(), "the uplink's own")};
        String fix = "give " + network.title() + " a subnet that is used nowhere else";
        return AddressSpace.of(address).contains(gateway.host())
                ? Diagnostic.error("MC0333", network.title() + " overlaps the subnet of its uplink", labels)
                        .why("its router would search for the gateway inside the network").fix(fix)
                : Diagnostic
                        .warning("MC0480", network.title() + " is inside the subnet of its uplink", labels)
                        .why("its instances cannot reach a machine outside that has an address in "
                                + address.subnet().toCanonicalString())
                        .fix(fix + ", or make sure that nothing outside"
                                + " uses " + address.subnet().toCanonicalString());
    }
}
