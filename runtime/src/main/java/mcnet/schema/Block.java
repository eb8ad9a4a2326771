package mcnet.schema;

import java.util.List;

/**
 * A block of attributes inside a declaration, {@code ipv4 { … }}.
 *
 * @param path its name, outer blocks before dots
 * @param words what may stand in its place, {@code ipv6 = none}; empty: it is always a block
 */
public record Block(String path, String doc, List<String> words) {}
