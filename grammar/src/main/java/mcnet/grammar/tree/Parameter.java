package mcnet.grammar.tree;

import java.util.Optional;
import mcnet.diagnostic.Span;

/** {@code env: string = "prod"}. */
public record Parameter(Name name, TypeExpression shape, Optional<Expression> absent, Span span) implements Node {}
