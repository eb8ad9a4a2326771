package mcnet.lang;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.lang.Literals.Wrong;

/** How much a text may make of itself: far more than a network needs, far less than would hurt. */
final class Limits {
    static final int ITEMS = 50_000;
    static final int SIZE = 20_000;

    private final Map<Expression, Integer> sizes = new IdentityHashMap<>();
    private int items;

    boolean exceeded() {
        return items > ITEMS;
    }

    /** One more item that a loop or a blueprint makes. */
    void item(Span at) throws Wrong {
        if (++items == ITEMS + 1)
            throw new Wrong(Diagnostic.error("MC0420", "loops and blueprints make more than " + ITEMS + " items",
                    new Label(at, "here it was too much"))
                    .why("no network needs them; it is nearly always a loop inside a loop that was not meant")
                    .fix("loop over less, or make several programs of it"));
        if (items > ITEMS)
            throw Wrong.REPORTED;
    }

    /** The value, unless it is too large. */
    Expression sized(Expression value) throws Wrong {
        if (size(value) > SIZE)
            throw new Wrong(Diagnostic.error("MC0421", "this value is larger than " + SIZE + " elements or characters",
                    new Label(value.span(), "")).why("no network needs it").fix("make less of it"));
        return value;
    }

    private int size(Expression value) {
        Integer known = sizes.get(value);
        if (known != null)
            return known;
        int size = switch (value) {
            case Expression.Text t -> t.text().length();
            case Expression.ListOf(List<Expression> elements, Span _) -> sum(elements);
            case Expression.MapOf map -> sum(map.entries().stream().map(Expression.Entry::value).toList());
            default -> 1;
        };
        sizes.put(value, size);
        return size;
    }

    private int sum(List<Expression> elements) {
        long sum = 1;
        for (Expression each : elements)
            sum += size(each);
        return (int) Math.min(sum, SIZE + 1L);
    }
}
