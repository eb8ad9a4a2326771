package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** A router's address outside is one of the uplink's ranges ({@code lxd/network/driver_ovn.go Validate}). */
public final class RouterAddressInRanges implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.networks(family))
                network.outside(family).ifPresent(outside -> network.uplink()
                        .filter(u -> !facts.invalidParts().about(u.declaration(), FamilyBlocks.path(family, "ranges")))
                        .filter(u -> u.ranges(family).stream().noneMatch(r -> r.range().contains(outside.address())))
                        .ifPresent(u -> report.accept(error(u, outside, family))));
    }

    private static Diagnostic error(UplinkView uplink, Value.Address outside, Family family) {
        Label ranges = uplink.declaration().setting(FamilyBlocks.path(family, "ranges"))
                .map(s -> new Label(s.value().span(), "the uplink's ranges"))
                .orElse(new Label(uplink.declaration().span(), "no " + FamilyBlocks.name(family) + " ranges"));
        return Diagnostic.error("MC0334", outside.text() + " is not in the ranges of " + uplink.title(),
                new Label(outside.span(), ""), ranges)
                .why("the server reserves the ranges for the routers of networks, and newer LXD refuses any other"
                        + " address")
                .fix("write an address in the ranges, or extend the ranges");
    }
}
