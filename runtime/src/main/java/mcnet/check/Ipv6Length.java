package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Exactly /64: LXD before 5.0.4 refuses shorter ones by mistake, later versions refuse longer ones (facts O3). */
final class Ipv6Length implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Network network : facts.networks(Family.IPV6))
            network.address(Family.IPV6).filter(a -> a.address().getPrefixLength() != 64)
                    .ifPresent(a -> report.accept(Diagnostic.error("MC0329", "an IPv6 network is a /64",
                            new Label(a.span(), "this is a /" + a.address().getPrefixLength()))
                            .why("instances make their addresses from 64 bits, and versions of LXD differ in what else they take")
                            .fix("write " + a.host().toCanonicalString() + "/64")));
    }
}
