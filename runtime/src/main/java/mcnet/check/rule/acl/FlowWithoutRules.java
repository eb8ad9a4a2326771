package mcnet.check.rule.acl;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.FlowNetworks;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Flow;

/** A flow becomes rules of this program's networks: between networks of others there is nothing that it could change. */
public final class FlowWithoutRules implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        if (!facts.invalidParts().names().isEmpty()) return;
        for (Flow flow : facts.program().flows())
            if (FlowNetworks.by(flow, facts).findAny().isEmpty())
                report.accept(Diagnostic.error("MC0522", "no end of this flow is a network that this program manages",
                        new Label(flow.span(), ""))
                        .why("mcnet turns a flow into rules of the networks at its ends, and it does not change"
                                + " networks that it does not manage")
                        .fix("remove the flow, or declare one of its networks without `existing`"));
    }
}
