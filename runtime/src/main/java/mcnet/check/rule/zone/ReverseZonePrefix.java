package mcnet.check.rule.zone;

import inet.ipaddr.IPAddress;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.schema.Family;

/**
 * A reverse zone ends at a whole byte, in IPv6 at a whole nibble (RFC 1035 3.5, RFC 3596 2.5), and serves a network
 * whose addresses it holds; LXD takes any and tells nothing ({@code lxd/network/zone/zone.go Content}).
 */
public final class ReverseZonePrefix implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().all(KindName.ZONE).forEach(zone -> network(zone.name()).ifPresent(n -> ends(zone, n, report)));
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.networks(family))
                network.declaration().setting(FamilyBlocks.path(family, "zone"))
                        .ifPresent(said -> holds(network, family, said, report));
    }

    private static void ends(Declaration zone, IPAddress network, Consumer<Diagnostic> report) {
        int step = network.isIPv4() ? 8 : 4;
        int length = network.getPrefixLength();
        int whole = length - length % step;
        if (length == whole) return;
        String wider = network.getLower().setPrefixLength(whole).toZeroHost().toCanonicalString();
        report.accept(Diagnostic
                .error("MC0378", zone.title() + " ends inside a " + (step == 8 ? "byte" : "nibble"),
                        new Label(zone.span(), ""))
                .why("reverse DNS names have one label for each " + (step == 8 ? "byte" : "four bits")
                        + ", so the prefix length of a zone must be a multiple of " + step)
                .fix("write zone " + wider + " { }, which several networks may share"));
    }

    private static void holds(NetworkView network, Family family, Setting said, Consumer<Diagnostic> report) {
        Optional<IPAddress> zone = network(said.value().text());
        boolean held = network.address(family)
                .map(a -> zone.filter(z -> AddressSpace.of(z).contains(AddressSpace.of(a))).isPresent()).orElse(true);
        if (held) return;
        String address = network.address(family).orElseThrow().text();
        report.accept(Diagnostic
                .error("MC0379", said.value().text() + " does not contain the addresses of " + network.title(),
                        new Label(said.span(), ""),
                        new Label(network.address(family).orElseThrow().span(), "its addresses"))
                .why("the server accepts it, but no address of the network would ever appear in it")
                .fix(zone.isPresent()
                        ? "use a zone that contains " + address
                        : "use a reverse zone, zone 10.42.1.0/24 { } for 10.42.1.1/24; a forward zone is"
                                + " written outside of the block: zone = " + said.value().text()));
    }

    private static Optional<IPAddress> network(String name) {
        return Optional.of(name).filter(n -> n.contains("/")).map(n -> Ip.read(n));
    }
}
