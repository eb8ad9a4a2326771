package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/**
 * Behind a link-local gateway the router's address outside is link-local as well, and nobody passes on what comes from
 * there (RFC 4291 2.5.6, RFC 3927 2.7). LXD takes such NAT and writes that address into OVN.
 */
public final class LinkLocalGateway implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.networks(family))
                network.uplink().flatMap(u -> u.gateway(family)).filter(g -> g.host().isLinkLocal())
                        .filter(_ -> network.hidden(family) && network.has(family)
                                && facts.lacks(network.declaration(), FamilyBlocks.path(family, "nat.address")))
                        .ifPresent(gateway -> report.accept(Diagnostic
                                .warning("MC0484", "instances of " + network.title() + " cannot reach the"
                                        + " outside by " + FamilyBlocks.name(family),
                                        new Label(network.declaration()
                                                .setting(FamilyBlocks.path(family, "nat")).orElseThrow().span(), ""),
                                        new Label(gateway.span(), "link-local"))
                                .why("NAT gives them their router's address, which is link-local like the"
                                        + " gateway, and a gateway does not forward packets from link-local"
                                        + " addresses")
                                .fix("route a subnet to this uplink and remove nat:  " + FamilyBlocks.block(family)
                                        + " { routes = […] } in the uplink, and an address in that subnet for "
                                        + network.title())));
    }
}
