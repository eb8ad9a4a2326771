/**
 * The compiler: sources to programs that are free of reuse and checked against the schema. The steps are packages:
 * {@code load}, {@code expand} with {@code value}, {@code bind}, {@code read}, {@code lower}. Does no I/O: imported
 * texts come through {@link mcnet.language.load.ImportReader}.
 */
package mcnet.language;
