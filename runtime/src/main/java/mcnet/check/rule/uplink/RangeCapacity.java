package mcnet.check.rule.uplink;

import java.math.BigInteger;
import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Every network takes one address of its uplink's ranges for its router ({@code lxd/network/driver_ovn.go uplinkAllocateIP}). */
public final class RangeCapacity implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.outsides()) {
                BigInteger size = uplink.ranges(family).stream().map(r -> r.range().getCount())
                        .reduce(BigInteger.ZERO, BigInteger::add);
                List<NetworkView> networks = facts.networksOf(uplink);
                if (size.signum() > 0 && size.compareTo(BigInteger.valueOf(networks.size())) < 0)
                    report.accept(Diagnostic.error("MC0324", uplink.title() + " has " + size + " "
                            + FamilyBlocks.name(family) + (size.equals(BigInteger.ONE) ? " address" : " addresses")
                            + " for "
                            + networks.size() + " networks",
                            new Label(
                                    uplink.declaration().setting(FamilyBlocks.path(family, "ranges")).get().value()
                                            .span(),
                                    ""),
                            new Label(networks.get(size.intValue()).declaration().span(),
                                    "no address is left for this one"))
                            .why("each network's router takes one of them")
                            .fix("extend the ranges"));
            }
    }
}
