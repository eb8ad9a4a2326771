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
                            Diagnostic.error("MC0337", text + " is a group address", new Label(mac.value().span(), ""))
                                    .why("an odd first byte stands for many receivers; a router is one")
                                    .fix("make the first byte even, 00:16:3e:… for instance"));
                Setting other = first.putIfAbsent(network.uplink().map(UplinkView::title).orElse("") + " " + text, mac);
                if (other != null)
                    report.accept(Diagnostic.error("MC0338", "two routers have the MAC address " + text,
                            new Label(mac.value().span(), "again here"), new Label(other.value().span(), "first here"))
                            .why("both stand on the same uplink, where a MAC address must be one machine's")
                            .fix("change one, or leave both to LXD"));
            });
    }
}
