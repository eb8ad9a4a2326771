package mcnet.diagnostic;

/**
 * One place that takes part in a diagnostic.
 *
 * @param text what this place has to do with it; may be empty
 */
public record Label(Span span, String text) {}
