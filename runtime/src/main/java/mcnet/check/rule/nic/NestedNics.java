package mcnet.check.rule.nic;

import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;

/** A NIC behind another one needs a VLAN of its own, and the other way round ({@code lxd/device/nic_ovn.go validateConfig}). */
public final class NestedNics implements Rule {
    private static final String NESTED = "nested";
    private static final String VLAN = "vlan";

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        // What a profile leaves out an instance may add.
        facts.program().all(KindName.INSTANCE).forEach(instance -> instance.nested(KindName.NIC)
                .forEach(nic -> check(nic, instance, report)));
    }

    private static void check(Declaration nic, Declaration instance, Consumer<Diagnostic> report) {
        Optional<Setting> nested = nic.setting(NESTED);
        Optional<Setting> vlan = nic.setting(VLAN);
        if (nested.isPresent() && vlan.isEmpty())
            report.accept(
                    error(nested.get(), nic.title() + " is nested but has no VLAN", "add vlan = N"));
        if (vlan.isPresent() && nested.isEmpty())
            report.accept(error(vlan.get(), nic.title() + " has a VLAN but is not nested",
                    "add nested = NIC, or remove the VLAN"));
        nested.flatMap(
                said -> instance.nested(KindName.NIC).filter(n -> n.name().equals(said.value().text())).findFirst())
                .filter(other -> !ListSettings.word(other, "network").equals(ListSettings.word(nic, "network")))
                .ifPresent(other -> report.accept(error(nested.get(), nic.title() + " and " + other.title()
                        + " are on different networks", "write the same network in both")));
    }

    private static Diagnostic error(Setting said, String what, String fix) {
        return Diagnostic.error("MC0397", what, new Label(said.span(), ""))
                .why("OVN distinguishes the packets of nested NICs by their VLAN, on one network").fix(fix);
    }
}
