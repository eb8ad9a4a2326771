package mcnet.check;

import java.util.List;
import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;

/** A program describes one cluster so far. */
final class OneCluster implements Rule {

    @Override
    public void check(Facts facts, Consumer<Diagnostic> report) {
        List<Declaration> clusters = facts.program().ofKind("cluster").toList();
        for (Declaration other : clusters.stream().skip(1).toList())
            report.accept(Diagnostic.error("MC0301", "this version builds programs of one cluster",
                    new Label(other.span(), "a second cluster"), new Label(clusters.getFirst().span(), "the first"))
                    .fix("run mcnet once for each cluster, with a file of its own"));
    }
}
