package mcnet.language.value;

import mcnet.diagnostic.ExpansionTrace;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;

/** Values in other places: what is inside a list or a map keeps its own. */
public final class RelocatedValues {
    private RelocatedValues() {}

    static Expression by(Expression value, ExpansionTrace way) {
        return at(value, value.span().by(way));
    }

    public static Expression at(Expression value, Span span) {
        return switch (value) {
            case Expression.Literal l -> new Expression.Literal(l.form(), l.text(), span);
            case Expression.Word w -> new Expression.Word(w.text(), span);
            case Expression.Text t -> new Expression.Text(t.text(), span);
            case Expression.Truth t -> new Expression.Truth(t.value(), span);
            case Expression.ListOf l -> new Expression.ListOf(l.elements(), span);
            case Expression.MapOf m -> new Expression.MapOf(m.entries(), span);
            case Expression.Call c -> new Expression.Call(c.function(), c.arguments(), span);
            default -> value;
        };
    }
}
