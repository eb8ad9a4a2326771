package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** A sentence of {@code expect}. */
public sealed interface ExpectStatement extends Node {

    enum Mode {
        REACHES, NEVER, ONLY
    }

    /**
     * {@code web reaches db tcp 5432 "why"}.
     *
     * @param services empty: everything
     */
    record Reach(Mode mode, List<SubjectNode> from, List<SubjectNode> to, List<TrafficNode> services,
            Optional<Name> description,
            Span span) implements ExpectStatement {}

    record For(List<Name> variables, Expression source, List<ExpectStatement> claims,
            Span span) implements ExpectStatement {}

    record If(Expression condition, List<ExpectStatement> then, List<ExpectStatement> otherwise,
            Span span) implements ExpectStatement {}

    /** What could not be read; its error is already reported. */
    record Broken(Span span) implements ExpectStatement {}
}
