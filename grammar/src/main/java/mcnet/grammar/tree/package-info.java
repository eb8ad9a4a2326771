/** The syntax tree: immutable records that say what was written and where. Nothing is resolved or checked. */
package mcnet.grammar.tree;
