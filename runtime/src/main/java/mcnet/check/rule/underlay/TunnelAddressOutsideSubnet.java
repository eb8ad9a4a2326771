package mcnet.check.rule.underlay;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.AddressSpace;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;

/** Every tunnel's end lies in the underlay's subnet, or in one of them. */
public final class TunnelAddressOutsideSubnet implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Declaration underlay : facts.program().ofKind(KindName.UNDERLAY).filter(u -> u.has("subnet")).toList()) {
            facts.members().forEach(m -> m.setting("underlay").ifPresent(s -> check(s, underlay, report)));
            underlay.on().values().forEach(on -> Optional.ofNullable(on.get("address"))
                    .ifPresent(s -> check(s, underlay, report)));
        }
    }

    private static void check(Setting end, Declaration underlay, Consumer<Diagnostic> report) {
        List<Value.Subnet> subnets = ListSettings.of(underlay, "subnet", Value.Subnet.class);
        IPAddress address = ((Value.Address) end.value()).address();
        if (subnets.stream().noneMatch(s -> AddressSpace.of(s).contains(address)))
            report.accept(Diagnostic.error("MC0310", end.value().text() + " is outside of " + underlay.title(),
                    new Label(end.value().span(), ""),
                    new Label(underlay.setting("subnet").get().value().span(), "the underlay's subnet"))
                    .why("the underlay declares the subnet of the tunnel addresses")
                    .fix("correct the address, or add its network: subnet = [… , …]"));
    }
}
