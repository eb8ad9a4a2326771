/** The formatter, {@code mcnet fmt}: concrete syntax to a document of groups and line ends, and that to text. */
package mcnet.grammar.format;
