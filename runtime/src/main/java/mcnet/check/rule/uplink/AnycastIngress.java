package mcnet.check.rule.uplink;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.schema.Family;

/** LXD heeds {@code anycast} only where traffic comes in routed ({@code lxd/network/driver_ovn.go uplinkHasIngressRoutedAnycastIPv4}). */
public final class AnycastIngress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Family family : FamilyBlocks.BOTH)
            for (UplinkView uplink : facts.uplinks()) {
                String path = FamilyBlocks.path(family, "anycast");
                boolean routed = ListSettings.word(uplink.declaration(), "ingress").equals("routed")
                        || facts.invalidParts().about(uplink.declaration(), "ingress");
                if (ListSettings.word(uplink.declaration(), path).equals("true") && !routed)
                    report.accept(Diagnostic.error("MC0325", "anycast has no effect on " + uplink.title(),
                            new Label(uplink.declaration().setting(path).get().span(), ""))
                            .why("the server uses it only with ingress = routed")
                            .fix("add ingress = routed, or remove anycast"));
            }
    }
}
