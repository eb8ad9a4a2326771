package mcnet.grammar.tree;

import java.util.List;
import mcnet.diagnostic.Span;

/** The type of a parameter, as written. */
public sealed interface TypeExpression extends Node {

    /** {@code string}, {@code subnet}, {@code uplink}. */
    record Named(String name, Span span) implements TypeExpression {}

    /** {@code "blue" | "green"}. */
    record OneOf(List<Name> texts, Span span) implements TypeExpression {}

    /** {@code [port]}. */
    record ListOf(TypeExpression element, Span span) implements TypeExpression {}

    /** {@code {subnet}}: a map of names to values. */
    record MapOf(TypeExpression element, Span span) implements TypeExpression {}
}
