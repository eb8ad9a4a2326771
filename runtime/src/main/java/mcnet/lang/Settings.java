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
        Given value = given.get(parameter.text());
        if (value == null || !isSecretItself(value, shape))
            return Optional.ofNullable(value).flatMap(g -> expression(g, shape));
        findings.add(Diagnostic.error("MC0454", "parameter " + parameter.text() + " is given a secret itself",
                new Label(parameter.span(), "it takes where the secret is kept"))
                .why("others see what stands in a command or a file of values; it is not shown here")
                .fix("give it secret(\"env:NAME\") or secret(\"file:PATH\")"));
        return Optional.empty();
    }

    private static boolean isSecretItself(Given value, Shape shape) {
        return shape instanceof Shape.Named(String name, Span _) && name.equals("secret")
                && !(value instanceof Given.One one && one.text().strip().startsWith("secret("));
    }

    boolean has(Name parameter) {
        return given.containsKey(parameter.text());
    }

    /** Settings that no parameter takes. */
    void checkNames(List<String> parameters) {
        given.forEach((name, value) -> {
            if (!parameters.contains(name))
                findings.add(Diagnostic.error("MC0438", "the program has no parameter " + name,
                        new Label(value.span(), ""))
                        .why("a value that nothing takes would change nothing").fix(
                                Unknown.hint(name, parameters, parameters.isEmpty()
                                        ? "declare it: param " + name + ": string"
                                        : "it has: " + String.join(", ", parameters))));
        });
    }

    private Optional<Expression> expression(Given value, Shape shape) {
        Span at = value.span();
        return switch (value) {
            case Given.One(String text, Span _) ->
                isText(shape) ? Optional.of(new Expression.Text(text, at)) : read(text, at, shape);
            case Given.Many(List<Given> elements, Span _) -> {
                List<Expression> values = new ArrayList<>();
                for (Given each : elements)
                    expression(each, shape instanceof Shape.ListOf list ? list.element() : shape)
                            .ifPresent(values::add);
                yield Optional.of(new Expression.ListOf(values, at));
            }
            case Given.Named(Map<String, Given> entries, Span _) -> {
                List<Expression.Entry> values = new ArrayList<>();
                entries.forEach(
                        (name, each) -> expression(each, shape instanceof Shape.MapOf map ? map.element() : shape)
                                .ifPresent(v -> values.add(new Expression.Entry(new Name(name, true, at), v, at))));
                yield Optional.of(new Expression.MapOf(values, at));
            }
        };
    }

    private static boolean isText(Shape shape) {
        return shape instanceof Shape.OneOf
                || shape instanceof Shape.Named(String name, Span _) && name.equals("string");
    }

    /** Read where it stands; what a file spells with quotes and escapes is read by itself. */
    private Optional<Expression> read(String text, Span at, Shape shape) {
        ParsedExpression parsed = at.text().equals(text)
                ? Parser.expression(at.source(), at.start(), at.end())
                : Parser.expression(new Source(at.source().name(), text), 0, text.length());
        if (parsed.expression().isEmpty())
            findings.add(
                    parsed.diagnostics().isEmpty() ? unreadable(text, at, shape) : parsed.diagnostics().getFirst());
        return parsed.expression();
    }

    private static Diagnostic unreadable(String text, Span at, Shape shape) {
        Diagnostic error = Diagnostic.error("MC0439",
                text.isBlank() ? at.source().name() + " is given no value" : "`" + text + "` is no value",
                new Label(at, "")).why("all but texts are written as in a file");
        return error.fix(shape instanceof Shape.ListOf && !text.isBlank() && !text.startsWith("[")
                ? "write [" + text + "]"
                : "write it like 10.42.1.0/24, [80, 443], { a = 1 }");
    }
}
