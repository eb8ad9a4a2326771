/**
 * A live cluster as a {@code .mcnet} file: what the modules find, turned back into what one would have written. Pure:
 * it reads what was observed, and asks nothing itself.
 */
package mcnet.importing;
