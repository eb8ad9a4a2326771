package mcnet.grammar.tree;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/** A sentence of {@code expect}. */
public sealed interface Claim extends Node {

    enum Mode {
        REACHES, NEVER, ONLY
    }

    /**
     * {@code web reaches db tcp 5432 "why"}.
     *
     * @param services empty: everything
     */
    record Reach(Mode mode, List<Subject> from, List<Subject> to, List<Service> services, Optional<Name> description,
            Span span) implements Claim {}

    record For(List<Name> variables, Expression source, List<Claim> claims, Span span) implements Claim {}

    record If(Expression condition, List<Claim> then, List<Claim> otherwise, Span span) implements Claim {}

    /** What could not be read; its error is already reported. */
    record Broken(Span span) implements Claim {}
}
