package mcnet.language.expand;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ExpansionTrace;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Parameter;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.UnknownNames;
import mcnet.language.load.BlueprintLibrary;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.Cycles;
import mcnet.language.value.Evaluator;
import mcnet.language.value.ParameterTypes;
import mcnet.language.value.Scope;

/** Blueprints put to use: arguments against parameters, and the scope that the body is read in. */
final class BlueprintExpander {

    private record Active(Item.Blueprint blueprint, Span use) {}

    private final Evaluator evaluator;
    private final ParameterTypes parameters;
    private final DiagnosticCollector findings;
    private final Deque<Active> active = new ArrayDeque<>();

    BlueprintExpander(Evaluator evaluator, ParameterTypes parameters, DiagnosticCollector findings) {
        this.evaluator = evaluator;
        this.parameters = parameters;
        this.findings = findings;
    }

    interface Reading {
        List<Item> read(Item.Blueprint blueprint, Scope inside) throws InvalidValue;
    }

    List<Item> expand(Item.Use use, Scope scope, Reading reading) throws InvalidValue {
        String name = use.blueprint().text();
        Span at = scope.at(use.blueprint().span());
        BlueprintLibrary.Entry entry = scope.library().find(name)
                .orElseThrow(() -> new InvalidValue(Diagnostic.error("MC0440", "unknown blueprint \"" + name + "\"",
                        new Label(at, "")).fix(
                                UnknownNames.hint(name, scope.library().names(), name.indexOf('.') > 0
                                        ? "import its library first: import std." + name.substring(0, name.indexOf('.'))
                                        : "declare it: blueprint " + name + "(…) { … }"))));
        Item.Blueprint blueprint = entry.blueprint();
        if (active.stream().anyMatch(a -> a.blueprint == blueprint))
            throw new InvalidValue(ring(blueprint, at));
        Scope inside = Scope.inside(entry.home(), new ExpansionTrace("in this use of " + name, at), scope);
        if (!bind(use, blueprint, scope, inside))
            throw InvalidValue.REPORTED;
        active.addLast(new Active(blueprint, at));
        try {
            return reading.read(blueprint, inside);
        } finally {
            active.removeLast();
        }
    }

    private Diagnostic ring(Item.Blueprint again, Span use) {
        List<Active> ring = active.stream().dropWhile(a -> a.blueprint != again).toList();
        List<String> names = new ArrayList<>(ring.stream().map(a -> a.blueprint.name().text()).toList());
        names.add(again.name().text());
        List<Span> uses = new ArrayList<>(List.of(use));
        ring.forEach(a -> uses.add(a.use));
        return Cycles.ofBlueprints(names, uses);
    }

    /** Whether every parameter has a value of its type. */
    private boolean bind(Item.Use use, Item.Blueprint blueprint, Scope scope, Scope inside) {
        if (!known(use, blueprint, scope))
            return false;
        boolean fine = true;
        for (Parameter parameter : blueprint.parameters()) {
            Optional<Expression> value = value(use, parameter, blueprint, scope, inside)
                    .flatMap(v -> parameters.fitting(v, parameter.shape(), parameter.name().text()));
            if (value.isPresent())
                inside.bind(parameter.name(), value.get()).ifPresent(findings::add);
            fine &= value.isPresent();
        }
        return fine;
    }

    private Optional<Expression> value(Item.Use use, Parameter parameter, Item.Blueprint blueprint, Scope scope,
            Scope inside) {
        String name = parameter.name().text();
        for (Expression.Argument argument : use.arguments())
            if (argument.name().filter(n -> n.text().equals(name)).isPresent())
                return evaluator.evaluate(argument.value(), scope);
        if (parameter.absent().isPresent())
            return evaluator.evaluate(parameter.absent().get(), inside);
        findings.add(Diagnostic.error("MC0441", "missing argument " + name + " for " + use.blueprint().text(),
                new Label(scope.at(use.blueprint().span()), ""), new Label(parameter.span(), "the parameter"))
                .fix("add " + name + " = …, a value of type " + ParameterTypes.spelled(parameter)));
        return Optional.empty();
    }

    private boolean known(Item.Use use, Item.Blueprint blueprint, Scope scope) {
        List<String> names = blueprint.parameters().stream().map(p -> p.name().text()).toList();
        List<String> said = new ArrayList<>();
        boolean fine = true;
        for (Expression.Argument argument : use.arguments()) {
            Label label = new Label(scope.at(argument.span()), "");
            Optional<String> name = argument.name().map(n -> n.text());
            Diagnostic wrong = null;
            if (name.isEmpty())
                wrong = Diagnostic.error("MC0442", "a blueprint's arguments must be named", label)
                        .why("a reader cannot know their order")
                        .fix(names.isEmpty()
                                ? "remove it"
                                : "write " + names.getFirst() + " = "
                                        + argument.span().text());
            else if (!names.contains(name.get()))
                wrong = Diagnostic.error("MC0443", "unknown parameter \"" + name.get() + "\""
                        + " of " + use.blueprint().text(), label)
                        .fix(UnknownNames.hint(name.get(), names, "it has: " + String.join(", ", names)));
            else if (said.contains(name.get()))
                wrong = Diagnostic.error("MC0444", "duplicate"
                        + " argument " + name.get(), label).fix("remove one of them");
            name.ifPresent(said::add);
            if (wrong != null)
                findings.add(wrong);
            fine &= wrong == null;
        }
        return fine;
    }
}
