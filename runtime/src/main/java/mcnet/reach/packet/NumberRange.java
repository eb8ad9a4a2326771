package mcnet.reach.packet;

/** Whole numbers from the first to the last, both included. */
public record NumberRange(int first, int last) {

    public static NumberRange of(int number) {
        return new NumberRange(number, number);
    }

    boolean contains(NumberRange other) {
        return first <= other.first && other.last <= last;
    }

    boolean overlaps(NumberRange other) {
        return first <= other.last && other.first <= last;
    }

    NumberRange intersection(NumberRange other) {
        return new NumberRange(Math.max(first, other.first), Math.min(last, other.last));
    }

    /** {@code 80} or {@code 8000-8080}. */
    public String text() {
        return first == last ? Integer.toString(first) : first + "-" + last;
    }
}
