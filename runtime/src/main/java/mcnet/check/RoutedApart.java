package mcnet.check;

import java.util.List;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Networks without NAT on one uplink do not overlap (facts O5), unless anycast is asked for. */
final class RoutedApart implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        for (Family family : Families.BOTH) {
            List<Network> routed = facts.networks().stream().filter(n -> n.address(family).isPresent())
                    .filter(n -> !n.hidden(family)
                            && !facts.doubts().about(n.declaration(), Families.path(family, "nat")))
                    .toList();
            for (int i = 0; i < routed.size(); i++)
                for (Network other : routed.subList(0, i))
                    check(routed.get(i), other, family, report);
        }
    }

    private static void check(Network network, Network other, Family family, Consumer<Diagnostic> report) {
        boolean one = network.uplink().isPresent() && network.uplink().equals(other.uplink())
                && !network.uplink().get().allowsOverlaps(family);
        Value.Interface address = network.address(family).get();
        if (one && Space.of(address).overlaps(Space.of(other.address(family).get())))
            report.accept(Diagnostic.error("MC0332", network.title() + " and " + other.title() + " overlap",
                    new Label(address.span(), ""), new Label(other.address(family).get().span(), ""))
                    .why("both are routed by " + network.uplink().get().title()
                            + ", which can send a packet to one only")
                    .fix("give one of them another network, or NAT"));
    }
}
