package mcnet.check.rule.underlay;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;

/**
 * LXD refuses an uplink on a plain NIC that has an address, and the underlay's has one; a VLAN or a bridge is not
 * concerned ({@code lxd/network/driver_ovn.go startUplinkPortPhysical}).
 */
public final class UnderlayInterfaceOfUplink implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Declaration underlay : facts.program().ofKind(KindName.UNDERLAY).toList())
            for (UplinkView uplink : facts.uplinks())
                if (facts.lacks(uplink.declaration(), "vlan"))
                    facts.members().stream().filter(m -> same(underlay, uplink.declaration(), m.name())).findFirst()
                            .ifPresent(m -> report.accept(Diagnostic.warning("MC0311", uplink.title() + " and "
                                    + underlay.title() + " use the same interface on " + m.name(),
                                    new Label(uplink.declaration().setting("nic", m.name()).get().span(), ""),
                                    new Label(underlay.setting("nic", m.name()).get().span(), ""))
                                    .why("the server refuses an ordinary NIC with an address as uplink; it accepts a"
                                            + " bridge (of the kernel or of Open vSwitch) with an address")
                                    .fix("give the uplink its own interface or vlan; no change is needed if "
                                            + uplink.declaration().setting("nic", m.name()).get().value().text()
                                            + " is a bridge")));
    }

    private static boolean same(Declaration underlay, Declaration uplink, String member) {
        return underlay.setting("nic", member).isPresent() && uplink.setting("nic", member).isPresent()
                && underlay.setting("nic", member).get().value().text()
                        .equals(uplink.setting("nic", member).get().value().text());
    }
}
