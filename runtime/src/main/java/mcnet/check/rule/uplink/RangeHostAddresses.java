package mcnet.check.rule.uplink;

import inet.ipaddr.IPAddressSeqRange;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Ranges leave out a network's own and its broadcast address: LXD would hand them out. */
public final class RangeHostAddresses implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (UplinkView uplink : facts.outsides())
            uplink.gateway(Family.IPV4).ifPresent(gateway -> uplink.ranges(Family.IPV4).stream()
                    .filter(r -> AddressSpace.of(gateway).contains(r.range()))
                    .forEach(r -> check(r, AddressSpace.of(gateway), report)));
    }

    private static void check(Value.Range range, IPAddressSeqRange network, Consumer<Diagnostic> report) {
        boolean own = range.range().contains(network.getLower());
        boolean broadcast = range.range().contains(network.getUpper());
        if (network.getCount().intValue() > 2 && (own || broadcast))
            report.accept(Diagnostic.error("MC0317", "the range contains the network's "
                    + (own && broadcast ? "own and broadcast addresses" : own ? "own address" : "broadcast address"),
                    new Label(range.span(), ""))
                    .why("the server would assign it to a router, which then could not be reached")
                    .fix("begin the range after it, or end it before it"));
    }
}
