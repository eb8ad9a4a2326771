package mcnet.check.rule.forward;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Nobody listens where another network of the uplink is routed or goes out; anycast allows it neither ({@code lxd/network/driver_ovn.go ForwardCreate}). */
public final class ListenOverlap implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        List<NetworkView> open = facts.networks().stream().filter(n -> FamilyBlocks.BOTH.stream()
                .anyMatch(f -> routed(n, f, facts).isPresent() || goesOutAs(n, f).isPresent())).toList();
        if (open.isEmpty())
            return;
        for (NetworkView network : facts.listening())
            network.listeners().forEach(listener -> ListenAddresses.address(listener)
                    .ifPresent(address -> check(listener, address, network, open, facts, report)));
    }

    private static void check(Declaration listener, IPAddress address, NetworkView network, List<NetworkView> open,
            ProgramView facts,
            Consumer<Diagnostic> report) {
        for (NetworkView other : open)
            if (other != network && network.uplink().isPresent() && network.uplink().equals(other.uplink()))
                held(other, address, facts).ifPresent(span -> report.accept(Diagnostic
                        .error("MC0374", address + " is an address"
                                + " of " + other.title(), new Label(listener.span(), ""),
                                new Label(span, "here"))
                        .why("the uplink can send a packet to only one network, so the server refuses it")
                        .fix("use a listen address that is in no network")));
    }

    private static Optional<Span> held(NetworkView network, IPAddress address, ProgramView facts) {
        Family family = address.isIPv4() ? Family.IPV4 : Family.IPV6;
        return routed(network, family, facts).filter(a -> AddressSpace.of(a).contains(address)).map(a -> a.span())
                .or(() -> goesOutAs(network, family).filter(s -> s.value().text().equals(address.toCanonicalString()))
                        .map(s -> s.value().span()));
    }

    private static Optional<Value.Interface> routed(NetworkView network, Family family, ProgramView facts) {
        return network.hidden(family)
                || facts.invalidParts().about(network.declaration(), FamilyBlocks.path(family, "nat"))
                        ? Optional.empty()
                        : network.address(family);
    }

    private static Optional<Setting> goesOutAs(NetworkView network, Family family) {
        return network.declaration().setting(FamilyBlocks.path(family, "nat.address"));
    }
}
