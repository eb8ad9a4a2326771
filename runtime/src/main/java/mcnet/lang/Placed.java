package mcnet.lang;

import mcnet.diagnostic.Span;
import mcnet.diagnostic.Via;
import mcnet.grammar.tree.Expression;

/** Values in other places: what is inside a list or a map keeps its own. */
final class Placed {
    private Placed() {}

    static Expression by(Expression value, Via way) {
        return at(value, value.span().by(way));
    }

    static Expression at(Expression value, Span span) {
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
