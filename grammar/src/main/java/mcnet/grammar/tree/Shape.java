package mcnet.grammar.tree;

import java.util.List;
import mcnet.diagnostic.Span;

/** The type of a parameter, as written. */
public sealed interface Shape extends Node {

    /** {@code string}, {@code subnet}, {@code uplink}. */
    record Named(String name, Span span) implements Shape {}

    /** {@code "blue" | "green"}. */
    record OneOf(List<Name> texts, Span span) implements Shape {}

    /** {@code [port]}. */
    record ListOf(Shape element, Span span) implements Shape {}

    /** {@code {subnet}}: a map of names to values. */
    record MapOf(Shape element, Span span) implements Shape {}
}
