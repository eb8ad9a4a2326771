package mcnet.check.rule.uplink;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** With an IPv4 gateway every network's router wants an address from the ranges ({@code lxd/network/driver_ovn.go allocateUplinkPortIPs}). */
public final class GatewayWithoutRanges implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (UplinkView uplink : facts.outsides()) {
            List<NetworkView> networks = facts.networksOf(uplink);
            if (!networks.isEmpty() && uplink.gateway(Family.IPV4).isPresent()
                    && facts.lacks(uplink.declaration(), "ipv4.ranges"))
                report.accept(Diagnostic
                        .error("MC0319", uplink.title() + " has no ranges for the routers of its networks",
                                new Label(uplink.gateway(Family.IPV4).get().span(), "a gateway without ranges"),
                                new Label(networks.getFirst().declaration().span(),
                                        "this network's router needs an address"))
                        .why("the server refuses to create a network behind such an uplink")
                        .fix("add ranges = [FIRST-LAST], addresses of the gateway's network that nothing else uses"));
        }
    }
}
