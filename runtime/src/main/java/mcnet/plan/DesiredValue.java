package mcnet.plan;

import mcnet.diagnostic.Span;

/**
 * What a field should be.
 *
 * @param value as the server spells it
 * @param span where the user said so, or what the user said that implies it
 * @param declared whether the user wrote it; what the language adds ({@code ipv6.address=none}) is not declared
 */
public record DesiredValue(Field field, String value, Span span, boolean declared) {}
