package mcnet.check;

import java.util.List;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** With an IPv4 gateway every network's router wants an address from the ranges (facts P8). */
final class GatewayNeedsRanges implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Uplink uplink : facts.uplinks()) {
            List<Network> networks = facts.networksOf(uplink);
            if (!networks.isEmpty() && uplink.gateway(Family.IPV4).isPresent()
                    && facts.lacks(uplink.declaration(), "ipv4.ranges"))
                report.accept(Diagnostic
                        .error("MC0319", uplink.title() + " has no ranges for the routers of its networks",
                                new Label(uplink.gateway(Family.IPV4).get().span(), "a gateway without ranges"),
                                new Label(networks.getFirst().declaration().span(),
                                        "this network's router needs an address"))
                        .why("LXD refuses to create a network below such an uplink")
                        .fix("add ranges = [FIRST-LAST], addresses of the gateway's network that nothing else uses"));
        }
    }
}
