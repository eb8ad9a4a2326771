package mcnet.model;

import mcnet.diagnostic.Span;

/** One port, or all from the first to the last. */
public record Ports(int first, int last, Span span) {

    public boolean overlaps(Ports other) {
        return first <= other.last && other.first <= last;
    }

    public int count() {
        return last - first + 1;
    }

    /** {@code 80} or {@code 8000-8080}. */
    public String text() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
