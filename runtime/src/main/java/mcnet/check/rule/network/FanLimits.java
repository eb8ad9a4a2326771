package mcnet.check.rule.network;

import java.util.Set;
import java.util.function.Consumer;
import java.util.stream.Collectors;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Value;

/** What a fan cannot do, and how large its two networks may be ({@code lxd/network/driver_bridge.go Validate}). */
public final class FanLimits implements Rule {

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
        });
    }

    private static void size(Declaration fan, String path, Set<Integer> lengths, Consumer<Diagnostic> report) {
        fan.setting(path).map(s -> s.value()).filter(Value.Subnet.class::isInstance).map(Value.Subnet.class::cast)
                .filter(s -> !lengths.contains(s.subnet().getPrefixLength()))
                .ifPresent(s -> report.accept(Diagnostic.error("MC0369", s.text() + " has an invalid prefix"
                        + " length for a fan",
                        new Label(s.span(), "")).why(
                                "a fan computes the address of an instance from the"
                                        + " member's address, byte by byte")
                        .fix("write a length of "
                                + lengths.stream().sorted().map(l -> "/" + l).collect(Collectors.joining(" or ")))));
    }
}
