package mcnet.grammar.tree;

import java.util.Optional;
import mcnet.diagnostic.Span;

/** {@code env: string = "prod"}. */
public record Parameter(Name name, Shape shape, Optional<Expression> absent, Span span) implements Node {}
