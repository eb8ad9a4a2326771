package mcnet.diagnostic;

/**
 * The way from a text to what it meant: the same line of a blueprint means something else in every use of it.
 *
 * @param what what happens there: {@code with tier = web}
 * @param at where it happens; it may have been come to by a way of its own
 */
public record ExpansionTrace(String what, Span at) {}
