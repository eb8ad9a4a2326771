/**
 * What the parser does with a source that is wrong: one mistake, one error with the text that was probably meant, and
 * the rest is still read. Known to the parser alone.
 */
package mcnet.grammar.recovery;
