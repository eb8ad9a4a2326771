package mcnet.lang;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.ParsedExpression;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.Shape;

/** Values of parameters from outside: texts for what is a text, expressions for all else. */
record Settings(Map<String, Given> given, Findings findings) {

    Optional<Expression> of(Name parameter, Shape shape) {
        return Optional.ofNullable(given.get(parameter.text())).flatMap(g -> expression(g, shape));
    }

    boolean has(Name parameter) {
        return given.containsKey(parameter.text());
    }

    /** Settings that no parameter takes. */
    void checkNames(List<String> parameters) {
        given.forEach((name, value) -> {
            if (!parameters.contains(name))
                findings.add(Diagnostic.error("MC0438", "the program has no parameter " + name,
                        new Label(whole(value.source()), "")).fix(
                                Unknown.hint(name, parameters, parameters.isEmpty()
                                        ? "declare it: param " + name + ": string"
                                        : "it has: " + String.join(", ", parameters))));
        });
    }

    private Optional<Expression> expression(Given value, Shape shape) {
        Span all = whole(value.source());
        return switch (value) {
            case Given.One(Source source) ->
                isText(shape) ? Optional.of(new Expression.Text(source.text(), all)) : read(source);
            case Given.Many(List<Given> elements, Source _) -> {
                List<Expression> values = new ArrayList<>();
                for (Given each : elements)
                    expression(each, shape instanceof Shape.ListOf list ? list.element() : shape)
                            .ifPresent(values::add);
                yield Optional.of(new Expression.ListOf(values, all));
            }
            case Given.Named(Map<String, Given> entries, Source _) -> {
                List<Expression.Entry> values = new ArrayList<>();
                entries.forEach(
                        (name, each) -> expression(each, shape instanceof Shape.MapOf map ? map.element() : shape)
                                .ifPresent(v -> values.add(new Expression.Entry(new Name(name, true, all), v, all))));
                yield Optional.of(new Expression.MapOf(values, all));
            }
        };
    }

    private static boolean isText(Shape shape) {
        return shape instanceof Shape.OneOf
                || shape instanceof Shape.Named(String name, Span _) && name.equals("string");
    }

    private Optional<Expression> read(Source source) {
        ParsedExpression parsed = Parser.expression(source, 0, source.text().length());
        if (parsed.expression().isEmpty())
            findings.add(parsed.diagnostics().isEmpty()
                    ? Diagnostic.error("MC0439", source.name() + " is given no value", new Label(whole(source), ""))
                            .fix("write it as in a file: 10.42.1.0/24, [80, 443], { a = 1 }")
                    : parsed.diagnostics().getFirst());
        return parsed.expression();
    }

    private static Span whole(Source source) {
        return new Span(source, 0, source.text().length());
    }
}
