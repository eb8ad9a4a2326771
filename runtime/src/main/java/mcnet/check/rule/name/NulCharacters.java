package mcnet.check.rule.name;

import java.util.function.Consumer;
import mcnet.check.Rule;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Flow;
import mcnet.model.Statement;

/** LXD's database ends a text at its first NUL character: what stands behind it would be lost ({@code go-dqlite}). */
public final class NulCharacters implements Rule {

    @Override
    public void check(ProgramView facts, Consumer<Diagnostic> report) {
        facts.program().each(d -> {
            d.said().forEach(s -> check(s.value().text(), s.span(), report));
            d.statements().forEach(s -> check(s, report));
        });
        for (Flow flow : facts.program().flows()) check(flow.description().orElse(""), flow.span(), report);
    }

    private static void check(Statement statement, Consumer<Diagnostic> report) {
        switch (statement) {
            case Statement.Rule rule -> check(rule.description().orElse(""), rule.span(), report);
            case Statement.Forwarding sent -> check(sent.description().orElse(""), sent.span(), report);
            default -> {}
        }
    }

    private static void check(String text, Span at, Consumer<Diagnostic> report) {
        if (text.indexOf('\0') >= 0)
            report.accept(Diagnostic.error("MC0521", "a text cannot contain the character NUL", new Label(at, ""))
                    .why("LXD's database cuts the text there, so the rest would be lost and every plan would"
                            + " show a difference")
                    .fix("remove the character"));
    }
}
