package mcnet.check.rule.underlay;

import java.util.List;
import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;

/** Tunnels of a cluster run over one network. */
public final class SingleUnderlay implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        List<Declaration> all = facts.program().ofKind(KindName.UNDERLAY).toList();
        for (Declaration other : all.stream().skip(1).toList())
            report.accept(Diagnostic
                    .error("MC0306", "a cluster can have only one underlay", new Label(other.span(), "a second one"),
                            new Label(all.getFirst().span(), "the first"))
                    .why("the server uses one tunnel address per member, and creates no network if there are more")
                    .fix("write one underlay; its subnet may be a list, for members in several racks"));
    }
}
