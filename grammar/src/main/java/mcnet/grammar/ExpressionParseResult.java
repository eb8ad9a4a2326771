package mcnet.grammar;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.tree.Expression;

/**
 * A text that was read as an expression.
 *
 * @param expression empty where it is none
 * @param diagnostics what is wrong with its characters and brackets; may be empty even so
 */
public record ExpressionParseResult(Optional<Expression> expression, List<Diagnostic> diagnostics) {}
