package mcnet.check.rule.network;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;

/** IPv6 through the router only needs addresses that DHCP gives out ({@code lxd/network/driver_ovn.go Validate}). */
public final class RouterOnlyIpv6 implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (NetworkView each : facts.networks()) {
            Declaration network = each.declaration();
            String dhcp = ListSettings.word(network, "ipv6.dhcp");
            if (dhcp.equals("stateful") || dhcp.equals("false") || facts.invalidParts().about(network, "ipv6.dhcp"))
                continue;
            network.setting("ipv6.l3only").filter(said -> said.value().text().equals("true"))
                    .ifPresent(said -> report.accept(Diagnostic
                            .error("MC0394", "ipv6.l3only needs stateful DHCP", new Label(said.span(), ""))
                            .why("with stateless DHCP instances choose their own addresses, and the server refuses it")
                            .fix("write ipv6 { dhcp = stateful  l3only = true }")));
        }
    }
}
