package mcnet.grammar.builder;

import java.util.List;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetParser.*;
import mcnet.grammar.tree.ExpectStatement.Mode;
import mcnet.grammar.tree.ExpectStatement;
import mcnet.grammar.tree.Name;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Contexts of {@code Expectations.g4} to claims. */
record ExpectStatementBuilder(SourcePositions places, ExpressionBuilder expressions, StatementBuilder sentences) {

    List<ExpectStatement> claims(ClaimsContext context) {
        return context.claim().stream().map(this::claim).toList();
    }

    private ExpectStatement claim(ClaimContext context) {
        Span span = places.of(context);
        if (context.exception != null)
            return new ExpectStatement.Broken(span);
        return switch (context) {
            case ReachesContext c -> new ExpectStatement.Reach(
                    c.NEVER() != null || c.NOT() != null ? Mode.NEVER : Mode.REACHES, sentences.ends(c.ends(0)),
                    sentences.ends(c.ends(1)), sentences.services(c.carried()), sentences.description(c.STRING()),
                    span);
            case OnlyReachContext c ->
                new ExpectStatement.Reach(Mode.ONLY, sentences.ends(c.ends(0)), sentences.ends(c.ends(1)),
                        sentences.services(c.carried()), sentences.description(c.STRING()), span);
            case ClaimForContext c -> new ExpectStatement.For(names(c.NAME()), expressions.expression(c.expr()),
                    claims(c.claims()), span);
            case ClaimIfContext c -> new ExpectStatement.If(expressions.expression(c.expr()), claims(c.claims(0)),
                    c.ELSE() == null ? List.of() : claims(c.claims(1)), span);
            default -> new ExpectStatement.Broken(span);
        };
    }

    private List<Name> names(List<TerminalNode> nodes) {
        return nodes.stream().map(places::name).toList();
    }
}
