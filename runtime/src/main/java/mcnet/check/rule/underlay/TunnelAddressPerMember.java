package mcnet.check.rule.underlay;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.KindName;

/** An address of the underlay belongs to one member. */
public final class TunnelAddressPerMember implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().ofKind(KindName.UNDERLAY).flatMap(u -> u.setting("address").stream())
                .forEach(s -> report.accept(Diagnostic.error("MC0307", "this address would apply to all members",
                        new Label(s.span(), ""))
                        .why("a tunnel address belongs to one member")
                        .fix("write on MEMBER { address = … }, or underlay = … in the member")));
    }
}
