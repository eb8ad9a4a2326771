package mcnet.check.rule.network;

import java.util.Locale;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** A network that is not hidden behind NAT lies in the uplink's routes ({@code lxd/network/driver_ovn.go validateExternalSubnet}). */
public final class RoutedSubnets implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.networks(family))
                if (!network.hidden(family)
                        && !facts.invalidParts().about(network.declaration(), FamilyBlocks.path(family, "nat")))
                    network.address(family).ifPresent(a -> network.uplink()
                            .filter(u -> !facts.invalidParts().about(u.declaration(),
                                    FamilyBlocks.path(family, "routes")))
                            .filter(u -> u.routes(family).stream()
                                    .noneMatch(r -> AddressSpace.of(r).contains(AddressSpace.of(a))))
                            .ifPresent(u -> report.accept(error(network, a, u, family))));
    }

    private static Diagnostic error(NetworkView network, Value.Interface address, UplinkView uplink, Family family) {
        String subnet = address.subnet().toCanonicalString();
        Label routes = uplink.declaration().setting(FamilyBlocks.path(family, "routes"))
                .map(s -> new Label(s.value().span(), "the uplink's routes"))
                .orElse(new Label(uplink.declaration().span(), "no routes"));
        return Diagnostic.error("MC0331", network.title() + " has no NAT, and " + uplink.title() + " does not"
                + " route it",
                new Label(address.span(), subnet + " has no NAT"), routes)
                .why("without NAT, answers come back only if the uplink routes the network; otherwise the server refuses it")
                .fix("write nat = true; or, if the outside routes it here, write in "
                        + uplink.declaration().title() + ": " + family.name().toLowerCase(Locale.ROOT)
                        + " { routes = [" + uplink.routes(family).stream().map(r -> r.text() + ", ")
                                .collect(Collectors.joining())
                        + subnet + "] }");
    }
}
