package mcnet.check.rule.network;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Setting;

/** A router's MAC address is its own on its uplink, where it stands beside all the others. */
public final class RouterMacAddress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, Setting> first = new HashMap<>();
        for (NetworkView network : facts.networks())
            network.declaration().setting("mac").ifPresent(mac -> {
                String text = mac.value().text();
                if ((Integer.parseInt(text.substring(0, 2), 16) & 1) == 1)
                    report.accept(
                            Diagnostic.error("MC0337", text + " is a multicast MAC"
                                    + " address", new Label(mac.value().span(), ""))
                                    .why("an odd first byte means multicast; a router needs a unicast address")
                                    .fix("make the first byte even, 00:16:3e:… for instance"));
                Setting other = first.putIfAbsent(network.uplink().map(UplinkView::title).orElse("") + " " + text, mac);
                if (other != null)
                    report.accept(Diagnostic.error("MC0338", "duplicate MAC address " + text + " on two routers",
                            new Label(mac.value().span(), "again here"), new Label(other.value().span(), "first here"))
                            .why("both are on the same uplink, where a MAC address must be unique")
                            .fix("change one, or let LXD choose both"));
            });
    }
}
