package mcnet.model;

import mcnet.diagnostic.Span;

/**
 * An attribute that the user set.
 *
 * @param path the attribute's path in its kind, {@code ipv4.address}; a block that was written is a setting too, with its
 *        own path: {@code true} for a block, the word for {@code ipv6 = none}
 * @param span the whole of it, name and value
 */
public record Setting(String path, Value value, Span span) {}
