package mcnet.check.rule.network;

import inet.ipaddr.IPAddress;
import java.util.HashMap;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Family;

/**
 * The address that a network goes out under is routed by the uplink and nobody else's
 * ({@code lxd/network/driver_ovn.go Validate, getExternalSubnetInUse}).
 */
public final class NatAddresses implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH) {
            Map<String, Setting> first = new HashMap<>();
            for (NetworkView network : facts.networks(family))
                network.declaration().setting(FamilyBlocks.path(family, "nat.address"))
                        .filter(s -> s.value() instanceof Value.Address)
                        .ifPresent(said -> network.uplink().ifPresent(uplink -> {
                            routed(said, uplink, family, facts, report);
                            Setting other = first.putIfAbsent(uplink.title() + said.value().text(), said);
                            if (!uplink.allowsOverlaps(family))
                                apart(said, Optional.ofNullable(other), network, uplink, family, facts, report);
                        }));
        }
    }

    private static IPAddress address(Setting said) {
        return ((Value.Address) said.value()).address();
    }

    private static void routed(Setting said, UplinkView uplink, Family family, ProgramView facts,
            Consumer<Diagnostic> report) {
        String routes = FamilyBlocks.path(family, "routes");
        if (facts.invalidParts().about(uplink.declaration(), routes)
                || uplink.routes(family).stream().anyMatch(r -> AddressSpace.of(r).contains(address(said))))
            return;
        report.accept(Diagnostic
                .error("MC0398", said.value().text() + " is outside the routes of " + uplink.title(),
                        new Label(said.value().span(), ""), new Label(uplink.declaration().span(), ""))
                .why("the server accepts only a NAT address that the uplink routes")
                .fix("add " + said.value().text() + "/" + address(said).getBitCount() + " to the routes of "
                        + uplink.title()));
    }

    private static void apart(Setting said, Optional<Setting> other, NetworkView own, UplinkView uplink, Family family,
            ProgramView facts, Consumer<Diagnostic> report) {
        Optional<Label> holder = other.map(o -> new Label(o.value().span(), "and here"))
                .or(() -> facts.networksOf(uplink).stream().filter(n -> n != own && !n.hidden(family))
                        .flatMap(n -> n.address(family).stream())
                        .filter(a -> AddressSpace.of(a).contains(address(said))).findFirst()
                        .map(a -> new Label(a.span(), "this network is routed")));
        holder.ifPresent(label -> report.accept(Diagnostic
                .error("MC0399", said.value().text() + " is already used outside by another network",
                        new Label(said.value().span(), ""), label)
                .why("answers to it would go to two networks; the server refuses overlapping external addresses on one"
                        + " uplink")
                .fix("write another address in the routes of " + uplink.title())));
    }
}
