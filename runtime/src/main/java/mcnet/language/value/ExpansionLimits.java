package mcnet.language.value;

import java.util.IdentityHashMap;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** How much a text may make of itself: far more than a network needs, far less than would hurt. */
public final class ExpansionLimits {
    static final int ITEMS = 50_000;
    static final int SIZE = 20_000;
    /** Values that are worked out, and elements that are looked through for them. */
    static final int STEPS = 3_000_000;
    /** Names that stand for names, and lists in lists. */
    static final int DEPTH = 200;
    /** Blocks in blocks, of all loops and blueprints together. */
    static final int BODIES = 300;

    /** @param depth of lists and maps in each other */
    private record Measure(int size, int depth) {}

    private final Map<Expression, Measure> measures = new IdentityHashMap<>();
    private int items;
    private int steps;
    private int depth;
    private int bodies;

    public boolean exceeded() {
        return items > ITEMS;
    }

    /** One more item that a loop or a blueprint makes. */
    public void item(Span at) throws InvalidValue {
        if (++items == ITEMS + 1)
            throw new InvalidValue(Diagnostic.error("MC0420", "loops and blueprints make more than " + ITEMS + " items",
                    new Label(at, "the limit is exceeded here"))
                    .why("no network needs so many; the cause is nearly always an unintended loop inside a loop")
                    .fix("use smaller loops, or split the program"));
        if (items > ITEMS)
            throw InvalidValue.REPORTED;
    }

    /** So many more steps of working values out. */
    public void work(long more, Span at) throws InvalidValue {
        boolean told = steps > STEPS;
        steps = (int) Math.min(steps + more, STEPS + 1L);
        if (told)
            throw InvalidValue.REPORTED;
        if (steps > STEPS)
            throw new InvalidValue(Diagnostic
                    .error("MC0166", "the values of the program take more than " + STEPS + " steps",
                            new Label(at, "the limit is exceeded here"))
                    .why("no network needs so many; the cause is nearly always an unintended loop inside a loop")
                    .fix("use smaller loops, or split the program"));
    }

    /** One expression further in; {@link #leave} follows whatever happens. */
    void enter(Span at) throws InvalidValue {
        if (++depth > 2 * DEPTH)
            throw new InvalidValue(Diagnostic.error("MC0164", "values depend on each other in a chain of more"
                    + " than " + 2 * DEPTH, new Label(at, "the limit is exceeded here"))
                    .why("no network needs it, and computing it could overflow the call stack")
                    .fix("give one of them a constant value"));
        work(1, at);
    }

    void leave() {
        depth--;
    }

    /** One block further in; {@link #leaveBody} follows whatever happens. */
    public void enterBody(Span at) throws InvalidValue {
        if (++bodies > BODIES)
            throw new InvalidValue(Diagnostic
                    .error("MC0165", "loops, blueprints and blocks are nested more than " + BODIES
                            + " deep", new Label(at, "the limit is exceeded here"))
                    .why("no network needs it, and expanding it could overflow the call stack")
                    .fix("use fewer blueprints inside blueprints"));
    }

    public void leaveBody() {
        bodies--;
    }

    /** The value, unless it is too large or lists stand in it too deep. */
    Expression sized(Expression value) throws InvalidValue {
        Measure measure = measure(value);
        if (measure.size > SIZE)
            throw tooLarge(value.span());
        if (measure.depth > DEPTH)
            throw new InvalidValue(Diagnostic
                    .error("MC0167", "lists in this value are nested more than " + DEPTH + " deep",
                            new Label(value.span(), ""))
                    .why("no network needs it").fix("join lists with + into one list"));
        return value;
    }

    /** The size of what is being made and one more part of it. */
    long sum(long size, Expression part, Span at) throws InvalidValue {
        long sum = size + measure(part).size;
        if (sum > SIZE)
            throw tooLarge(at);
        return sum;
    }

    public int size(Expression value) {
        return measure(value).size;
    }

    static InvalidValue tooLarge(Span at) {
        return new InvalidValue(
                Diagnostic.error("MC0421", "this value is larger than " + SIZE + " elements or characters",
                        new Label(at, "")).why("no network needs it").fix("make it smaller"));
    }

    private Measure measure(Expression value) {
        Measure known = measures.get(value);
        if (known != null)
            return known;
        Measure measure = switch (value) {
            case Expression.Text t -> new Measure(t.text().length(), 0);
            case Expression.ListOf(List<Expression> elements, Span _) -> measure(elements);
            case Expression.MapOf map -> measure(map.entries().stream().map(Expression.Entry::value).toList());
            default -> new Measure(1, 0);
        };
        measures.put(value, measure);
        return measure;
    }

    private Measure measure(List<Expression> elements) {
        long sum = 1;
        int deepest = 0;
        for (Expression each : elements) {
            Measure measure = measure(each);
            sum += measure.size;
            deepest = Math.max(deepest, measure.depth);
        }
        return new Measure((int) Math.min(sum, SIZE + 1L), deepest + 1);
    }
}
