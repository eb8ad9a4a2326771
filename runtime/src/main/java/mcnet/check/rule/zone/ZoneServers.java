package mcnet.check.rule.zone;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;

/** A zone is served by members that have an address for it. */
public final class ZoneServers implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        if (facts.members().isEmpty() || facts.members().stream().anyMatch(m -> !facts.lacks(m, "dns.address")))
            return;
        facts.program().ofKind("zone").limit(1)
                .forEach(zone -> report.accept(Diagnostic.warning("MC0366", zone.title() + " is served nowhere",
                        new Label(zone.span(), "")).why("no member says where its name server listens")
                        .fix("add to one: dns { address = \"10.77.0.1:53\" }, with its own address")));
    }
}
