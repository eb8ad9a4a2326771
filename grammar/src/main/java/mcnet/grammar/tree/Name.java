package mcnet.grammar.tree;

import mcnet.diagnostic.Span;

/**
 * A name or a dotted path of names.
 *
 * @param text without quotes; dots as written
 * @param quoted it was written as a text, so it is never a word of the language and may hold {@code ${…}}
 */
public record Name(String text, boolean quoted, Span span) implements Node {}
