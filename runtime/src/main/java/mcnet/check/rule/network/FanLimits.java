package mcnet.check.rule.network;

import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Value;

/** What a fan cannot do, and how large its two networks may be ({@code lxd/network/driver_bridge.go Validate}). */
public final class FanLimits implements Rule {
    private static final int LONGEST_NAME = 11;

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Set<String> fans = facts.program().ofKind(KindName.FAN).map(Declaration::name).collect(Collectors.toSet());
        facts.program().declarations().stream().flatMap(d -> d.nested(KindName.NIC))
                .filter(nic -> fans.contains(ListSettings.word(nic, "network")) && nic.has("acls"))
                .forEach(nic -> report.accept(Diagnostic.error("MC0368", "rules do not apply on a fan network",
                        new Label(nic.setting("acls").orElseThrow().span(), ""))
                        .why("its packets do not pass through OVN; only the bridge's own firewall would see them")
                        .fix("remove the acls, or use a network")));
        facts.program().ofKind(KindName.FAN).forEach(fan -> {
            size(fan, "over", Set.of(16, 24), report);
            size(fan, "overlay", Set.of(8, 16), report);
            room(fan, report);
            mtu(fan, report);
            name(fan, report);
        });
    }

    private static void room(Declaration fan, Consumer<Diagnostic> report) {
        Optional<Value.Subnet> over = subnet(fan, "over");
        Optional<Value.Subnet> overlay = subnet(fan, "overlay");
        if (over.isEmpty() || overlay.isEmpty() || over.get().subnet().getPrefixLength() != 16
                || overlay.get().subnet().getPrefixLength() != 16)
            return;
        report.accept(Diagnostic
                .error("MC0525", overlay.get().text() + " has no room for the members of " + over.get().text(),
                        new Label(overlay.get().span(), ""),
                        new Label(over.get().span(), "tells members apart by 16 bits"))
                .why("8 bits of an instance's address are its own, 16 follow from its member, and 16 are the overlay's")
                .fix("write an overlay of /8, or an underlay of /24"));
    }

    private static void mtu(Declaration fan, Consumer<Diagnostic> report) {
        long most = ListSettings.word(fan, "type").equals("ipip") ? 1480 : 1450;
        fan.setting("mtu").filter(said -> said.value() instanceof Value.Whole(long mtu, Span _) && mtu > most)
                .ifPresent(said -> report.accept(Diagnostic
                        .error("MC0526", "the MTU of a fan is at most " + most, new Label(said.value().span(), ""))
                        .why("its tunnels need the rest of a packet of 1500 bytes")
                        .fix("write " + most + " or less")));
    }

    private static void name(Declaration fan, Consumer<Diagnostic> report) {
        if (fan.name().length() > LONGEST_NAME)
            report.accept(Diagnostic
                    .error("MC0527", "the name of a fan has at most " + LONGEST_NAME + " characters",
                            new Label(fan.span(), fan.name().length() + " characters"))
                    .why("its tunnel is an interface with -fan behind the name, and names of interfaces are short")
                    .fix("choose a shorter name"));
    }

    private static Optional<Value.Subnet> subnet(Declaration fan, String path) {
        return fan.setting(path).map(s -> s.value()).filter(Value.Subnet.class::isInstance)
                .map(Value.Subnet.class::cast);
    }

    private static void size(Declaration fan, String path, Set<Integer> lengths, Consumer<Diagnostic> report) {
        subnet(fan, path).filter(s -> !lengths.contains(s.subnet().getPrefixLength()))
                .ifPresent(s -> report.accept(Diagnostic.error("MC0369", s.text() + " has an invalid prefix"
                        + " length for a fan",
                        new Label(s.span(), "")).why(
                                "a fan computes the address of an instance from the"
                                        + " member's address, byte by byte")
                        .fix("write a length of "
                                + lengths.stream().sorted().map(l -> "/" + l).collect(Collectors.joining(" or ")))));
    }
}
