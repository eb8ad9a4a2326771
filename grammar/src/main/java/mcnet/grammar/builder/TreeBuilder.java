package mcnet.grammar.builder;

import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser.*;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Parameter;
import mcnet.grammar.tree.SourceFile;
import mcnet.grammar.tree.StatementNode;
import mcnet.grammar.tree.TypeExpression;
import org.antlr.v4.runtime.ParserRuleContext;
import org.antlr.v4.runtime.Token;
import org.antlr.v4.runtime.tree.ParseTree;
import org.antlr.v4.runtime.tree.TerminalNode;

/** Contexts of {@code McnetParser.g4} and {@code Blueprints.g4} to the tree that all else reads. */
public final class TreeBuilder {
    private final SourcePositions places;
    private final ExpressionBuilder expressions;
    private final StatementBuilder sentences;
    private final ExpectStatementBuilder claims;

    public TreeBuilder(Source source, List<Diagnostic> found) {
        places = new SourcePositions(source);
        expressions = new ExpressionBuilder(places);
        sentences = new StatementBuilder(places, expressions, found);
        claims = new ExpectStatementBuilder(places, expressions, sentences);
    }

    public SourceFile file(List<Item> items) {
        return new SourceFile(items, new Span(places.source(), 0, places.source().text().length()));
    }

    private Body body(BodyContext context) {
        return new Body(items(context.item()), places.of(context));
    }

    private Optional<Body> maybe(BodyContext context) {
        return context == null ? Optional.empty() : Optional.of(body(context));
    }

    private List<Item> items(List<ItemContext> contexts) {
        List<Item> items = new ArrayList<>(contexts.size());
        for (ItemContext context : contexts) items.add(item(context));
        return items;
    }

    public Item item(ItemContext context) {
        Span span = places.of(context);
        if (context.exception != null)
            return new Item.Broken(words(context, new HashSet<>()), span);
        return switch (context) {
            case ProgramContext c -> new Item.Program(places.name(c.name()), span);
            case ImportingContext c ->
                new Item.Import(places.name(c.name()), Optional.ofNullable(c.NAME()).map(places::name), span);
            case InventoryContext c -> new Item.Inventory(places.name(c.STRING()), span);
            case LetContext c -> new Item.Let(places.name(c.NAME()), expressions.expression(c.expr()), span);
            case ParamContext c -> new Item.Param(new Parameter(places.name(c.NAME()), shape(c.type()),
                    Optional.ofNullable(c.expr()).map(expressions::expression), span), span);
            case RequireContext c ->
                new Item.Require(expressions.expression(c.expr()), places.name(c.STRING()), span);
            case ForContext c -> new Item.For(c.NAME().stream().map(places::name).toList(),
                    expressions.expression(c.expr()), body(c.body()), span);
            case IfContext c ->
                new Item.If(expressions.expression(c.expr()), body(c.body(0)), maybe(c.body(1)), span);
            case BlueprintContext c ->
                new Item.Blueprint(places.name(c.NAME()), parameters(c.parameters()), body(c.body()), span);
            case UseContext c ->
                new Item.Use(places.name(c.getChild(1)), expressions.arguments(c.arguments()), span);
            case OnContext c -> new Item.On(c.name().stream().map(places::name).toList(), body(c.body()), span);
            case ExpectContext c -> new Item.Expect(claims.claims(c.claims()), span);
            case ExistingContext c -> new Item.Declaration(true, places.name(c.kind()),
                    expressions.head(c.head()), maybe(c.body()), span);
            case DeclarationContext c -> new Item.Declaration(false, places.name(c.kind()),
                    expressions.head(c.head()), maybe(c.body()), span);
            case AttributeContext c ->
                new Item.Attribute(places.name(c.key()), expressions.expression(c.expr()), span);
            case BlockContext c -> new Item.Block(places.name(c.key()), body(c.body()), span);
            default -> new Item.Statement(sentence(context), span);
        };
    }

    private StatementNode sentence(ItemContext context) {
        return switch (context) {
            case SentenceContext c -> sentences.rule(c);
            case OtherwiseContext c -> sentences.otherwise(c);
            case TranslationContext c -> sentences.translation(c);
            case NamedServiceContext c -> sentences.naming(c);
            case FlowContext c -> sentences.flow(c);
            case PeerContext c ->
                new StatementNode.Peer(places.name(c.name(0)), places.name(c.name(1)), maybe(c.body()),
                        places.of(c));
            default -> throw new IllegalArgumentException(context.getClass().getName());
        };
    }

    private List<Parameter> parameters(ParametersContext context) {
        return context == null
                ? List.of()
                : context.parameter()
                        .stream()
                        .map(p -> new Parameter(places.name(p.NAME()), shape(p.type()),
                                Optional.ofNullable(p.expr()).map(expressions::expression), places.of(p)))
                        .toList();
    }

    private TypeExpression shape(TypeContext context) {
        Span span = places.of(context);
        if (context.OPEN_LIST() != null)
            return new TypeExpression.ListOf(shape(context.type()), span);
        if (context.OPEN() != null)
            return new TypeExpression.MapOf(shape(context.type()), span);
        if (!context.STRING().isEmpty())
            return new TypeExpression.OneOf(context.STRING().stream().map(places::name).toList(), span);
        return new TypeExpression.Named(context.getText(), span);
    }

    private Set<String> words(ParserRuleContext context, Set<String> words) {
        for (ParseTree child : context.children == null ? List.<ParseTree>of() : context.children) {
            if (child instanceof ParserRuleContext inner)
                words(inner, words);
            else if (child instanceof TerminalNode leaf && isName(leaf.getSymbol()))
                words.add(places.name(leaf).text());
        }
        return words;
    }

    private static boolean isName(Token token) {
        return token.getType() == McnetLexer.NAME || token.getType() == McnetLexer.PATH
                || token.getType() == McnetLexer.STRING;
    }
}
