package mcnet.diagnostic;

/**
 * A stretch of a source: where a thing was said.
 *
 * @param start offset of the first character
 * @param end offset behind the last character
 */
public record Span(Source source, int start, int end) {

    public int line() {
        return source.line(start);
    }

    public int column() {
        return source.column(start);
    }

    /** From the first character of this to the last of {@code other}, which stands in the same source. */
    public Span to(Span other) {
        return new Span(source, Math.min(start, other.start), Math.max(end, other.end));
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
