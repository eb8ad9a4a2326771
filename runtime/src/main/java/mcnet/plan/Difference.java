package mcnet.plan;

import mcnet.diagnostic.Span;

/**
 * One field that is not as it should be.
 *
 * @param before what the server holds; empty: nothing
 * @param after what it will hold; empty: the server's default
 * @param span where the value stands; null where no value is left
 * @param note what a person should know about it, or empty
 */
public record Difference(Field field, String before, String after, Reason reason, Span span, String note) {

    /** The value itself becomes another; else only the mark changes. */
    public boolean changes() {
        return reason != Reason.NEWLY_DECLARED && reason != Reason.ALREADY_UNSET;
    }
}
