package mcnet.check.rule.zone;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.KindName;

/** A zone is served by members that have an address for it. */
public final class ZoneServers implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        if (facts.members().isEmpty() || facts.members().stream().anyMatch(m -> !facts.lacks(m, "dns.address")))
            return;
        facts.program().ofKind(KindName.ZONE).limit(1)
                .forEach(zone -> report.accept(Diagnostic.warning("MC0366", zone.title() + " is not served by"
                        + " any member",
                        new Label(zone.span(), "")).why("no member has a listen address for its name server")
                        .fix("add to one member: dns { address = \"10.77.0.1:53\" }, with the member's own"
                                + " address")));
    }
}
