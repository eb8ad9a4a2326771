package mcnet.language.expand;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.DiagnosticCollector;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.Binding;
import mcnet.language.value.Evaluator;
import mcnet.language.value.ExpansionLimits;
import mcnet.language.value.Interpolation;
import mcnet.language.value.ParameterTypes;
import mcnet.language.value.RelocatedValues;
import mcnet.language.value.Scope;
import mcnet.model.InvalidParts;

/**
 * A program without reuse: loops run, conditions decided, blueprints put in place, values worked out. What comes out is
 * what a patient person would have written by hand, and every word of it knows where it came from.
 */
public final class Expander {
    private final DiagnosticCollector findings;
    private final ExpansionLimits limits = new ExpansionLimits();
    private final Evaluator evaluator;
    private final BlueprintExpander uses;
    private final StatementExpander sentences;

    public Expander(ParameterTypes parameters, DiagnosticCollector findings) {
        this.findings = findings;
        this.evaluator = new Evaluator(findings, limits);
        this.uses = new BlueprintExpander(evaluator, parameters, findings);
        this.sentences = new StatementExpander(evaluator, findings);
    }

    public Evaluator evaluator() {
        return evaluator;
    }

    /** A program; its blueprints are known before. Nothing is left of one that is far too large. */
    public List<Item> program(List<Item> items, Scope scope) {
        List<Item> expanded = items(items.stream().filter(i -> !(i instanceof Item.Blueprint)).toList(), scope);
        return limits.exceeded() ? List.of() : expanded;
    }

    /** Items of one body; their order does not matter for what they name. */
    List<Item> items(List<Item> items, Scope scope) {
        for (Item item : items)
            if (item instanceof Item.Let let)
                scope.bind(let.name(), let.value(), scope).ifPresent(findings::add);
        List<Item> expanded = new ArrayList<>();
        for (Item item : items)
            expand(item, scope, expanded);
        for (Binding binding : scope.own())
            evaluator.evaluate(new Expression.Word(binding.name(), binding.at()), scope);
        return expanded;
    }

    private Body body(Body body, Scope scope) {
        return new Body(items(body.items(), scope.inner()), scope.at(body.span()));
    }

    private void expand(Item item, Scope scope, List<Item> into) {
        try {
            limits.enterBody(scope.at(item.span()));
            limits.item(scope.at(item.span()));
            switch (item) {
                case Item.Let _,Item.Param _,Item.Import _ -> {}
                case Item.Blueprint b -> findings.add(Diagnostic.error("MC0446",
                        "a blueprint must be outside of all declarations", new Label(scope.at(b.name().span()), ""))
                        .fix("move it out"));
                case Item.Require r -> require(r, scope);
                case Item.For f -> {
                    for (Scope round : evaluator.rounds(f.variables(), f.source(), scope))
                        into.addAll(items(f.body().items(), round.inner()));
                }
                case Item.If i -> {
                    Optional<Body> chosen = evaluator.truth(i.condition(), scope, "a condition")
                            ? Optional.of(i.then())
                            : i.otherwise();
                    chosen.ifPresent(body -> into.addAll(items(body.items(), scope.inner())));
                }
                case Item.Use u -> into.addAll(
                        uses.expand(u, scope, (blueprint, inside) -> items(blueprint.body().items(), inside)));
                default -> into.add(plain(item, scope));
            }
        } catch (InvalidValue wrong) {
            if (wrong.diagnostic != null)
                findings.add(wrong.diagnostic);
            into.add(new Item.Broken(Set.of(InvalidParts.ALL), scope.at(item.span())));
        } finally {
            limits.leaveBody();
        }
    }

    private Item plain(Item item, Scope scope) throws InvalidValue {
        Span span = scope.at(item.span());
        return switch (item) {
            case Item.Declaration d -> new Item.Declaration(d.existing(), at(d.kind(), scope), head(d.head(), scope),
                    d.body().map(b -> body(b, scope)), span);
            case Item.Attribute a -> new Item.Attribute(at(a.key(), scope), value(a.value(), scope), span);
            case Item.Block b -> new Item.Block(at(b.key(), scope), body(b.body(), scope), span);
            case Item.On o -> {
                List<Name> names = new ArrayList<>();
                for (Name name : o.names())
                    names.add(Interpolation.of(name, scope, evaluator));
                yield new Item.On(names, body(o.body(), scope), span);
            }
            case Item.Statement s -> new Item.Statement(sentences.sentence(s.sentence(), scope, this::body), span);
            case Item.Expect e -> new Item.Expect(sentences.claims(e.claims(), scope), span);
            case Item.Program p -> new Item.Program(p.name(), span);
            case Item.Broken b -> new Item.Broken(b.words(), span);
            default -> item;
        };
    }

    private Expression value(Expression value, Scope scope) {
        return evaluator.evaluate(value, scope).orElseGet(() -> new Expression.Broken(scope.at(value.span())));
    }

    /** A name is what it says, and no variable: only a text or a call is worked out. */
    private Expression head(Expression head, Scope scope) throws InvalidValue {
        Span span = scope.at(head.span());
        return head instanceof Expression.Text || head instanceof Expression.Call
                ? RelocatedValues.at(evaluator.value(head, scope), span)
                : RelocatedValues.at(head, span);
    }

    private static Name at(Name name, Scope scope) {
        return new Name(name.text(), name.quoted(), scope.at(name.span()));
    }

    private void require(Item.Require require, Scope scope) throws InvalidValue {
        if (!evaluator.truth(require.condition(), scope, "what is required"))
            findings.add(Diagnostic.error("MC0445", Interpolation.of(require.message(), scope, evaluator).text(),
                    new Label(scope.at(require.condition().span()), "this is false"))
                    .why("`require` stops the program where its condition is false")
                    .fix("change the values in the condition"));
    }
}
