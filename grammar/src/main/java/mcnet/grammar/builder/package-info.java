/** Parser contexts to the syntax tree, a class for each grammar file. Known to the parser alone. */
package mcnet.grammar.builder;
