package mcnet.language.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.bind.UnknownNames;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.SecretReferences;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** The functions of the language. All are pure: the same arguments give the same value. */
public final class Functions {
    /** How each is called. */
    private static final Map<String, String> CALLS = Map.ofEntries(Map.entry("at", "at(net, 1)"),
            Map.entry("host", "host(net, 1)"), Map.entry("subnet", "subnet(net, /24, 0)"),
            Map.entry("range", "range(net, 100, 199)"), Map.entry("contains", "contains(net, address)"),
            Map.entry("overlaps", "overlaps(net, other)"), Map.entry("size", "size(net)"),
            Map.entry("first", "first(range)"), Map.entry("last", "last(range)"),
            Map.entry("prefix", "prefix(10.42.1.1/24)"), Map.entry("length", "length(net)"),
            Map.entry("keys", "keys(map)"), Map.entry("values", "values(map)"),
            Map.entry("join", "join(list, \", \")"), Map.entry(SecretReferences.FUNCTION, "secret(\"env:NAME\")"));
    public static final List<String> NAMES = CALLS.keySet().stream().sorted().toList();

    private final Evaluator evaluator;

    Functions(Evaluator evaluator) {
        this.evaluator = evaluator;
    }

    Expression call(Expression.Call call, Scope scope) throws InvalidValue {
        Span span = scope.at(call.span());
        if (!(call.function() instanceof Expression.Word(String name, Span at)))
            throw new InvalidValue(Diagnostic.error("MC0425", "only functions can be called", new Label(span, ""))
                    .fix("write name(…)"));
        if (!CALLS.containsKey(name))
            throw new InvalidValue(UnknownNames.function(name, scope.at(at)));
        List<Expression> arguments = new ArrayList<>();
        for (Expression.Argument argument : call.arguments()) {
            if (argument.name().isPresent())
                throw new InvalidValue(
                        Diagnostic.error("MC0426", "arguments of a function must be in order, without names",
                                new Label(scope.at(argument.span()), "")).fix("write " + CALLS.get(name)));
            arguments.add(evaluator.operand(argument.value(), scope));
            evaluator.limits().work(evaluator.limits().size(arguments.getLast()), span);
        }
        return call(name, arguments, span);
    }

    private static Expression call(String name, List<Expression> arguments, Span span) throws InvalidValue {
        if (name.equals(SecretReferences.FUNCTION))
            return SecretReferences.of(arguments, span);
        for (Expression argument : arguments)
            if (SecretReferences.isSecret(argument))
                throw SecretReferences.refused(argument, name);
        long desired = CALLS.get(name).chars().filter(c -> c == ',').count() + 1;
        if (name.equals("join"))
            desired = 2;
        if (arguments.size() != desired)
            throw new InvalidValue(Diagnostic.error("MC0427", name + " takes " + desired + (desired == 1
                    ? " argument"
                    : " arguments") + ", not " + arguments.size(), new Label(span, ""))
                    .why("mcnet does not guess missing arguments or ignore extra ones")
                    .fix("write " + CALLS.get(name)));
        Expression first = arguments.getFirst();
        return switch (name) {
            case "keys" -> new Expression.ListOf(map(first).entries().stream()
                    .<Expression>map(e -> new Expression.Text(e.key().text(), e.key().span())).toList(), span);
            case "values" -> new Expression.ListOf(map(first).entries().stream().map(Expression.Entry::value).toList(),
                    span);
            case "join" -> join(first, arguments.get(1), span);
            case "size" -> switch (first) {
                case Expression.ListOf list -> WholeNumbers.literal(list.elements().size(), span);
                case Expression.MapOf map -> WholeNumbers.literal(map.entries().size(), span);
                default -> AddressFunctions.call(name, arguments, span);
            };
            default -> AddressFunctions.call(name, arguments, span);
        };
    }

    private static Expression.MapOf map(Expression value) throws InvalidValue {
        if (value instanceof Expression.MapOf map)
            return map;
        throw new InvalidValue(Diagnostic.error("MC0428", "expected a map, found " + ExpressionText.of(value),
                new Label(value.span(), "")).fix("write { a = 1  b = 2 }"));
    }

    private static Expression join(Expression list, Expression between, Span span) throws InvalidValue {
        if (!(list instanceof Expression.ListOf elements) || !(between instanceof Expression.Text glue)
                || elements.elements().stream().anyMatch(e -> ValueSpelling.inText(e) == null))
            throw new InvalidValue(Diagnostic.error("MC0429", "join needs a list and a text", new Label(span, ""))
                    .fix("write " + CALLS.get("join")));
        long size = elements.elements().stream().mapToLong(e -> ValueSpelling.inText(e).length() + glue.text().length())
                .sum();
        if (size > ExpansionLimits.SIZE)
            throw ExpansionLimits.tooLarge(span);
        return new Expression.Text(
                String.join(glue.text(), elements.elements().stream().map(ValueSpelling::inText).toList()),
                span);
    }
}
