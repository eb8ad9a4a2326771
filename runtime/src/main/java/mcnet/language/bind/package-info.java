/** Names: what a program declares, and what a reference or the subject of a rule resolves to. */
package mcnet.language.bind;
