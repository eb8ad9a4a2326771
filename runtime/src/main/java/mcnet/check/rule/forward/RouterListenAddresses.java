package mcnet.check.rule.forward;

import inet.ipaddr.IPAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * Forwards on addresses of routers outside. On that of its own network's router every LXD takes one. On another's LXD
 * 5.0.2 takes it, and both answer; on a free one of the ranges it gives the address to the next router as well. Later
 * releases refuse both ({@code lxd/network/driver_ovn.go checkAddressNotInUse}).
 */
public final class RouterListenAddresses implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, NetworkView> routers = new HashMap<>();
        for (NetworkView network : facts.networks())
            for (Family family : FamilyBlocks.BOTH)
                network.outside(family).ifPresent(o -> network.uplink()
                        .ifPresent(u -> routers.putIfAbsent(key(u, o.address()), network)));
        for (NetworkView network : facts.listening())
            network.uplink().ifPresent(uplink -> network.listeners().forEach(listener -> ListenAddresses
                    .address(listener).flatMap(address -> wrong(listener, address, network, uplink, routers))
                    .ifPresent(report)));
    }

    private static String key(UplinkView uplink, IPAddress address) {
        return uplink.title() + " " + address.toCanonicalString();
    }

    private static Optional<Diagnostic> wrong(Declaration listener, IPAddress address, NetworkView network,
            UplinkView uplink,
            Map<String, NetworkView> routers) {
        Family family = address.isIPv4() ? Family.IPV4 : Family.IPV6;
        Optional<Value.Interface> gateway = uplink.gateway(family).filter(g -> g.host().equals(address));
        if (gateway.isPresent())
            return Optional.of(Diagnostic
                    .error("MC0482", address + " is the gateway of " + uplink.title(), new Label(listener.span(), ""),
                            new Label(gateway.get().span(), "the gateway"))
                    .why("both would answer for it, and the networks would lose their gateway").fix("use"
                            + " another listen address"));
        NetworkView router = routers.get(key(uplink, address));
        if (router == network) return Optional.empty();
        if (router != null)
            return Optional.of(Diagnostic
                    .error("MC0481", address + " is the address of the router of " + router.title(),
                            new Label(listener.span(), ""),
                            new Label(router.outside(family).orElseThrow().span(), "its address outside"))
                    .why("newer LXD refuses it; with LXD 5.0.2 both the router and the forward answer for it")
                    .fix("use another listen address, or the address of the router of " + network.title()));
        return uplink.ranges(family).stream().filter(r -> r.range().contains(address)).findFirst()
                .map(range -> Diagnostic
                        .warning("MC0483", address + " is in the ranges for routers", new Label(listener.span(), ""),
                                new Label(range.span(), "the ranges"))
                        .why("the server accepts it only as the address of the router of " + network.title() + ";"
                                + " newer LXD refuses any other address of the ranges, and LXD 5.0.2 may assign"
                                + " it twice")
                        .fix("make it the router's address, in " + network.title() + ": " + FamilyBlocks.block(family)
                                + " { outside = "
                                + address + " }"));
    }
}
