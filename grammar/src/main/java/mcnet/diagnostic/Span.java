package mcnet.diagnostic;

/**
 * A stretch of a source: where a thing was said.
 *
 * @param start offset of the first character
 * @param end offset behind the last character
 * @param via how it was come to, or null where it means one thing only
 */
public record Span(Source source, int start, int end, ExpansionTrace via) {

    public Span(Source source, int start, int end) {
        this(source, start, end, null);
    }

    /** Longer ways are not kept: nobody reads them, and each value would carry all that were before it. */
    private static final int LONGEST = 12;

    /** The same place, come to by a way that begins where its own ends. */
    public Span by(ExpansionTrace way) {
        return by(way, LONGEST);
    }

    private Span by(ExpansionTrace way, int most) {
        if (way == null || most == 0)
            return this;
        return new Span(source, start, end,
                via == null ? way : new ExpansionTrace(via.what(), via.at().by(way, most - 1)));
    }

    /** Whichever way it was come to. */
    boolean isSamePlace(Span other) {
        return source == other.source && start == other.start && end == other.end;
    }

    public int line() {
        return source.line(start);
    }

    public int column() {
        return source.column(start);
    }

    /** The line in which it ends. */
    public int endLine() {
        return source.line(end);
    }

    /** The column behind its last character. */
    public int endColumn() {
        return source.column(end);
    }

    /** From the first character of this to the last of {@code other}, which stands in the same source. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end), via);
    }

    public String text() {
        return source.text().substring(start, end);
    }

    /** {@code shop.mcnet:12}, as plans and messages cite it. */
    public String fileAndLine() {
        return source.name() + ":" + line();
    }

    @Override
    public String toString() {
        return source.name() + ":" + line() + ":" + column();
    }
}
