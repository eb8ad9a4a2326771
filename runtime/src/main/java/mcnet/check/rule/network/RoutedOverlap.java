package mcnet.check.rule.network;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.Overlaps;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Networks without NAT on one uplink do not overlap ({@code lxd/network/driver_ovn.go Validate}), unless anycast is asked for. */
public final class RoutedOverlap implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH) {
            Map<String, List<NetworkView>> routed = facts.networks(family).stream()
                    .filter(n -> n.address(family).isPresent() && !n.hidden(family))
                    .filter(n -> !facts.invalidParts().about(n.declaration(), FamilyBlocks.path(family, "nat")))
                    .filter(n -> n.uplink().filter(u -> !u.allowsOverlaps(family)).isPresent())
                    .collect(Collectors.groupingBy(n -> n.uplink().get().title(), LinkedHashMap::new,
                            Collectors.toList()));
            routed.values().forEach(networks -> check(networks, family, report));
        }
    }

    private static void check(List<NetworkView> networks, Family family, Consumer<Diagnostic> report) {
        for (Overlaps.Pair pair : Overlaps.of(networks.stream().map(n -> n.address(family).get()).toList()))
            report.accept(error(networks.get(pair.one()), networks.get(pair.other()), family));
    }

    private static Diagnostic error(NetworkView network, NetworkView other, Family family) {
        return Diagnostic.error("MC0332", network.title() + " and " + other.title() + " overlap",
                new Label(network.address(family).get().span(), ""),
                new Label(other.address(family).get().span(), ""))
                .why("both are routed by " + network.uplink().get().title()
                        + ", which can send a packet to only one of them")
                .fix("give one of them another address, or nat = true");
    }
}
