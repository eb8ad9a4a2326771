package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** The gateway's address is taken: LXD would hand it out to a router. */
public final class GatewayInRanges implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.outsides())
                uplink.gateway(family).ifPresent(gateway -> uplink.ranges(family).stream()
                        .filter(r -> r.range().contains(gateway.host()))
                        .forEach(r -> report.accept(Diagnostic.error("MC0320", "the range contains the"
                                + " gateway's address",
                                new Label(r.span(), ""), new Label(gateway.span(), "the gateway"))
                                .why("the server would assign the address to a router, and both would answer for it")
                                .fix("leave " + gateway.host().toCanonicalString() + " out of the range"))));
    }
}
