package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Ranges lie in the gateway's network ({@code lxd/network/driver_ovn.go allocateUplinkPortIPs}); LXD says so only when the first network is created. */
public final class RangesInSubnet implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.uplinks())
                uplink.gateway(family).ifPresent(gateway -> uplink.ranges(family).stream()
                        .filter(r -> !AddressSpace.of(gateway).contains(r.range()))
                        .forEach(r -> report.accept(Diagnostic.error("MC0316", "the range " + r.text() + " is"
                                + " not in the subnet of the gateway", new Label(r.span(), ""),
                                new Label(gateway.span(), "its subnet is " + gateway.subnet().toCanonicalString()))
                                .why("a router with such an address could not reach the gateway")
                                .fix("write a range within " + gateway.subnet().toCanonicalString()))));
    }
}
