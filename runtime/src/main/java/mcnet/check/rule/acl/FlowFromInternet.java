package mcnet.check.rule.acl;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Flow;
import mcnet.model.KindName;
import mcnet.model.Subject;
import mcnet.model.Value;

/** The server's rules have no word for the internet: such a flow lets peered networks in as well. */
public final class FlowFromInternet implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        for (Flow flow : facts.program().flows()) {
            boolean anyone = flow.from().stream()
                    .anyMatch(p -> p instanceof Subject.Word w && w.word().equals("internet"));
            if (!anyone) continue;
            for (NetworkView network : facts.networks()) {
                boolean leads = flow.to().stream().anyMatch(to -> leads(to, network));
                var peer = facts.program().ofKind(KindName.PEER).filter(p -> isOf(p, network)).findFirst();
                if (!leads || peer.isEmpty()) continue;
                report.accept(Diagnostic.warning("MC0372", "this flow also admits networks that are peered"
                        + " with " + network.title(), new Label(flow.span(), ""),
                        new Label(peer.get().span(), "peered here"))
                        .why("the server's rules have no word for the internet, so everything that reaches the"
                                + " port behind the forward is admitted")
                        .fix("if that is too much, write an acl with the addresses outside"));
                return;
            }
        }
    }

    private static boolean isOf(Declaration peer, NetworkView network) {
        return ListSettings.word(peer, "left").equals(network.reference(""))
                || ListSettings.word(peer, "right").equals(network.reference(""));
    }

    private static boolean leads(Subject to, NetworkView network) {
        return to instanceof Subject.Addresses(Value value, var _)
                && network.declaration().nested(KindName.FORWARD).anyMatch(f -> f.name().equals(value.text()));
    }
}
