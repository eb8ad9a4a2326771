package mcnet.check.rule.uplink;

import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;

/** Two uplinks share an interface only if both have a VLAN of their own ({@code lxd/network/driver_physical.go checkParentUse}). */
public final class SharedInterface implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (int i = 0; i < facts.uplinks().size(); i++)
            for (UplinkView other : facts.uplinks().subList(0, i))
                check(facts, facts.uplinks().get(i).declaration(), other.declaration(), report);
    }

    private static void check(ProgramView facts, Declaration uplink, Declaration other, Consumer<Diagnostic> report) {
        if (facts.invalidParts().about(uplink, "vlan") || facts.invalidParts().about(other, "vlan"))
            return;
        String vlan = ListSettings.word(uplink, "vlan");
        boolean apart = !vlan.isEmpty() && other.has("vlan") && !vlan.equals(ListSettings.word(other, "vlan"));
        List<String> members = facts.members().isEmpty()
                ? List.of("")
                : facts.members().stream().map(Declaration::name).toList();
        if (!apart)
            members.stream().filter(m -> nic(uplink, m).isPresent() && nic(uplink, m).equals(nic(other, m))).findFirst()
                    .ifPresent(m -> report.accept(Diagnostic.error("MC0313", uplink.title() + " and " + other.title()
                            + " use the same interface" + (m.isEmpty() ? "" : " on " + m),
                            new Label(uplink.setting("nic", m).get().span(), ""),
                            new Label(other.setting("nic", m).get().span(), ""))
                            .why("the server uses an interface for only one network, unless each network uses a VLAN of it")
                            .fix("give each its own vlan, or another interface")));
    }

    private static Optional<String> nic(Declaration uplink, String member) {
        return uplink.setting("nic", member).map(s -> s.value().text());
    }
}
