package mcnet.check.rule.underlay;

import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Value;

/** Geneve takes 58 bytes of the underlay's MTU, 78 over IPv6; LXD does not look ({@code lxd/network/driver_ovn.go getOptimalBridgeMTU}). */
public final class TunnelOverhead implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Declaration underlay : facts.program().ofKind(KindName.UNDERLAY).filter(u -> u.has("mtu")).toList()) {
            boolean six = ends(facts, underlay).anyMatch(a -> a.address().isIPv6());
            long most = Long.parseLong(ListSettings.word(underlay, "mtu")) - (six ? 78 : 58);
            for (NetworkView network : facts.networks())
                network.declaration().setting("mtu").filter(s -> Long.parseLong(s.value().text()) > most)
                        .ifPresent(s -> report.accept(Diagnostic.error("MC0336", "packets of " + network.title()
                                + " do not fit into the tunnels", new Label(s.span(), "at most " + most),
                                new Label(underlay.setting("mtu").get().span(), "less " + (six ? 78 : 58)
                                        + " bytes for the tunnel"))
                                .why("larger packets are lost between members, while small ones arrive")
                                .fix("write mtu = " + most + " or less, or raise the underlay's MTU on every link")));
        }
    }

    /** All that is said of where tunnels end. */
    private static Stream<Value.Address> ends(ProgramView facts, Declaration underlay) {
        Stream<Value.Address> members = facts.members().stream()
                .flatMap(m -> ListSettings.of(m, "underlay", Value.Address.class).stream());
        Stream<Value.Address> exceptions = underlay.on().values().stream()
                .flatMap(on -> Optional.ofNullable(on.get("address")).stream()).map(s -> (Value.Address) s.value());
        return Stream.concat(members, exceptions);
    }
}
