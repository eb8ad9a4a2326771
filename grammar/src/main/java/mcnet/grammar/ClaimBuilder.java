package mcnet.grammar;

import java.util.List;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetParser.*;
import mcnet.grammar.tree.Claim;
import mcnet.grammar.tree.Claim.Mode;
import mcnet.grammar.tree.Name;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Contexts of {@code Expectations.g4} to claims. */
record ClaimBuilder(Places places, ExpressionBuilder expressions, SentenceBuilder sentences) {

    List<Claim> claims(ClaimsContext context) {
        return context.claim().stream().map(this::claim).toList();
    }

    private Claim claim(ClaimContext context) {
        Span span = places.of(context);
        if (context.exception != null)
            return new Claim.Broken(span);
        return switch (context) {
            case ReachesContext c -> new Claim.Reach(
                    c.NEVER() != null || c.NOT() != null ? Mode.NEVER : Mode.REACHES, sentences.ends(c.ends(0)),
                    sentences.ends(c.ends(1)), sentences.services(c.carried()), sentences.description(c.STRING()),
                    span);
            case OnlyReachContext c -> new Claim.Reach(Mode.ONLY, sentences.ends(c.ends(0)), sentences.ends(c.ends(1)),
                    sentences.services(c.carried()), sentences.description(c.STRING()), span);
            case ClaimForContext c -> new Claim.For(names(c.NAME()), expressions.expression(c.expr()),
                    claims(c.claims()), span);
            case ClaimIfContext c -> new Claim.If(expressions.expression(c.expr()), claims(c.claims(0)),
                    c.ELSE() == null ? List.of() : claims(c.claims(1)), span);
            default -> new Claim.Broken(span);
        };
    }

    private List<Name> names(List<TerminalNode> nodes) {
        return nodes.stream().map(places::name).toList();
    }
}
