package mcnet.check.rule.network;

import java.util.HashMap;
import java.util.Map;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Two routers never share an address outside (LXD issue 14328). */
public final class DuplicateRouterAddress implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        Map<String, Value.Address> first = new HashMap<>();
        for (Family family : FamilyBlocks.BOTH)
            for (NetworkView network : facts.networks(family))
                network.outside(family).ifPresent(outside -> {
                    String uplink = network.uplink().map(UplinkView::title).orElse("");
                    Value.Address other = first.putIfAbsent(uplink + " " + outside.text(), outside);
                    if (other != null)
                        report.accept(Diagnostic.error("MC0335", "duplicate outside address " + outside.text(),
                                new Label(outside.span(), "again here"), new Label(other.span(), "first here"))
                                .why("LXD 5.0 does not check this, and then two routers answer for one address")
                                .fix("give each network its own address, or let LXD choose one"));
                });
    }
}
