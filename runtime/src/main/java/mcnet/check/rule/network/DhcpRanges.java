package mcnet.check.rule.network;

import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** DHCP's ranges lie in their network, and an outgoing address of one's own needs a routed uplink. */
public final class DhcpRanges implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.addressed(family)) {
                network.address(family).ifPresent(address -> Stream.of("dhcp.ranges", "ranges")
                        .flatMap(key -> ListSettings.of(network.declaration(), FamilyBlocks.path(family, key),
                                Value.Range.class).stream())
                        .filter(range -> !AddressSpace.of(address).contains(range.range()))
                        .forEach(range -> report.accept(Diagnostic.error("MC0363", range.text() + " is outside"
                                + " of " + network.title(), new Label(range.span(), ""),
                                new Label(address.span(),
                                        "its network"))
                                .why("instances get addresses of their own network").fix("choose a range in "
                                        + address.subnet().toCanonicalString()))));
                natAddress(network, family, facts, report);
            }
    }

    private static void natAddress(NetworkView network, Family family, ProgramView facts, Consumer<Diagnostic> report) {
        network.declaration().setting(FamilyBlocks.path(family, "nat.address")).ifPresent(said -> network.uplink()
                .filter(u -> !ListSettings.word(u.declaration(), "ingress").equals("routed")
                        && !facts.invalidParts().about(u.declaration(), "ingress"))
                .ifPresent(u -> report.accept(wants(said.span(), u))));
    }

    private static Diagnostic wants(mcnet.diagnostic.Span said, UplinkView uplink) {
        return Diagnostic.error("MC0364", "nat.address needs an uplink with ingress = routed",
                new Label(said, ""), new Label(uplink.declaration().span(),
                        uplink.isBridge() ? "a bridge has none" : "ingress is l2proxy"))
                .why("the outside must route answers to that address to this router")
                .fix(uplink.isBridge()
                        ? "remove the address, or use an uplink"
                        : "add ingress = routed to " + uplink.title() + ", or remove the address");
    }
}
