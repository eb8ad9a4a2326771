package mcnet.check;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** Networks without NAT on one uplink do not overlap (facts O5), unless anycast is asked for. */
final class RoutedApart implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH) {
            Map<String, List<Network>> routed = facts.networks(family).stream()
                    .filter(n -> n.address(family).isPresent() && !n.hidden(family))
                    .filter(n -> !facts.doubts().about(n.declaration(), Families.path(family, "nat")))
                    .filter(n -> n.uplink().filter(u -> !u.allowsOverlaps(family)).isPresent())
                    .collect(Collectors.groupingBy(n -> n.uplink().get().title(), LinkedHashMap::new,
                            Collectors.toList()));
            routed.values().forEach(networks -> check(networks, family, report));
        }
    }

    private static void check(List<Network> networks, Family family, Consumer<Diagnostic> report) {
        for (Overlaps.Pair pair : Overlaps.of(networks.stream().map(n -> n.address(family).get()).toList()))
            report.accept(error(networks.get(pair.one()), networks.get(pair.other()), family));
    }

    private static Diagnostic error(Network network, Network other, Family family) {
        return Diagnostic.error("MC0332", network.title() + " and " + other.title() + " overlap",
                new Label(network.address(family).get().span(), ""),
                new Label(other.address(family).get().span(), ""))
                .why("both are routed by " + network.uplink().get().title()
                        + ", which can send a packet to one only")
                .fix("give one of them another network, or NAT");
    }
}
