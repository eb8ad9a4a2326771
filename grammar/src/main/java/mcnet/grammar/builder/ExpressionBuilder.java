package mcnet.grammar.builder;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;
import mcnet.grammar.QuotedStrings;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser.*;
import mcnet.grammar.tree.Expression.*;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Contexts of {@code Expressions.g4} to expressions. */
public record ExpressionBuilder(SourcePositions places) {

    public Expression expression(ExprContext context) {
        Span span = places.of(context);
        return switch (context) {
            case NegationContext c -> new Unary("-", expression(c.expr()), span);
            case NotContext c -> new Unary("not", expression(c.expr()), span);
            case WithLengthContext c ->
                new Binary("/", expression(c.expr()), literal(c.LENGTH().getSymbol()), span);
            case ConditionalContext c ->
                new Conditional(expression(c.expr(0)), expression(c.expr(1)), expression(c.expr(2)), span);
            case SimpleContext c -> primary(c.primary());
            default -> new Binary(context.getChild(1).getText(), expression((ExprContext) context.getChild(0)),
                    expression((ExprContext) context.getChild(2)), span);
        };
    }

    private Expression primary(PrimaryContext context) {
        if (context.reference() != null)
            return reference(context.reference());
        if (context.list() != null)
            return list(context.list());
        if (context.map() != null)
            return map(context.map());
        if (context.expr() != null)
            return expression(context.expr());
        return literal(context.getStart());
    }

    Expression place(PlaceContext context) {
        return context.reference() != null ? reference(context.reference()) : literal(context.getStart());
    }

    Expression head(HeadContext context) {
        Expression name = literal(context.getStart());
        return context.OPEN_PAREN() == null
                ? name
                : new Call(name, arguments(context.arguments()), places.of(context));
    }

    private Expression reference(ReferenceContext context) {
        Expression result = literal(context.getStart());
        for (SuffixContext suffix : context.suffix()) {
            Span span = result.span().to(places.of(suffix));
            result = suffix.expr() != null
                    ? new Index(result, expression(suffix.expr()), span)
                    : new Call(result, arguments(suffix.arguments()), span);
        }
        return result;
    }

    List<Argument> arguments(ArgumentsContext context) {
        return context == null ? List.of() : context.argument().stream().map(this::argument).toList();
    }

    private Argument argument(ArgumentContext context) {
        Span span = places.of(context);
        Expression first = expression(context.expr(0));
        if (context.expr().size() == 1)
            return new Argument(Optional.empty(), first, span);
        Name name = new Name(first.span().text(), false, first.span());
        return new Argument(Optional.of(name), expression(context.expr(1)), span);
    }

    private Expression list(ListContext context) {
        Span span = places.of(context);
        if (context.FOR() == null)
            return new ListOf(context.expr().stream().map(this::expression).toList(), span);
        List<Name> variables = context.NAME().stream().map(places::name).toList();
        Optional<Expression> filter = context.IF() == null
                ? Optional.empty()
                : Optional.of(expression(context.expr(2)));
        return new Comprehension(expression(context.expr(0)), variables, expression(context.expr(1)), filter, span);
    }

    private Expression map(MapContext context) {
        List<ParseTree> keys = context.children.stream()
                .filter(child -> child instanceof KeyContext
                        || child instanceof TerminalNode t && t.getSymbol().getType() == McnetLexer.STRING)
                .toList();
        List<Entry> entries = new ArrayList<>();
        for (int i = 0; i < keys.size(); i++) {
            Name key = places.name(keys.get(i));
            Expression value = expression(context.expr(i));
            entries.add(new Entry(key, value, key.span().to(value.span())));
        }
        return new MapOf(entries, places.of(context));
    }

    List<Expression> ports(PortsContext context) {
        return context == null
                ? List.of()
                : context.port().stream().map(p -> number(p.number(), p.expr(), p)).toList();
    }

    List<Expression> ports(TargetPortsContext context) {
        if (context == null)
            return List.of();
        return context.expr() != null
                ? List.of(expression(context.expr()))
                : context.number().stream().map(n -> number(n, null, n)).toList();
    }

    private Expression number(NumberContext number, ExprContext expr, ParserRuleContext whole) {
        return number != null ? literal(whole.getStart()) : expression(expr);
    }

    Expression literal(Token token) {
        Span span = places.of(token);
        return switch (token.getType()) {
            case McnetLexer.NAME, McnetLexer.PATH -> new Word(token.getText(), span);
            case McnetLexer.STRING, McnetLexer.TEXT -> new Text(QuotedStrings.unquote(span.text()), span);
            case McnetLexer.TRUE, McnetLexer.FALSE -> new Truth(token.getType() == McnetLexer.TRUE, span);
            case McnetLexer.INT -> new Literal(Form.WHOLE, token.getText(), span);
            case McnetLexer.INT_RANGE -> new Literal(Form.WHOLE_RANGE, token.getText(), span);
            case McnetLexer.QUANTITY -> new Literal(Form.QUANTITY, token.getText(), span);
            case McnetLexer.LENGTH -> new Literal(Form.LENGTH, token.getText(), span);
            case McnetLexer.ADDRESS4 -> new Literal(Form.ADDRESS4, token.getText(), span);
            case McnetLexer.NET4 -> new Literal(Form.NET4, token.getText(), span);
            case McnetLexer.RANGE4 -> new Literal(Form.RANGE4, token.getText(), span);
            case McnetLexer.ADDRESS6 -> new Literal(Form.ADDRESS6, token.getText(), span);
            case McnetLexer.NET6 -> new Literal(Form.NET6, token.getText(), span);
            case McnetLexer.RANGE6 -> new Literal(Form.RANGE6, token.getText(), span);
            default -> new Broken(span);
        };
    }
}
