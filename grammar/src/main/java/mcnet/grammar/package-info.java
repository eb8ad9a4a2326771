/**
 * From text to tree: {@link mcnet.grammar.Parser} reads a source, {@link mcnet.grammar.ConcreteSyntax} keeps what the
 * tree leaves out. Knows diagnostics only.
 */
package mcnet.grammar;
