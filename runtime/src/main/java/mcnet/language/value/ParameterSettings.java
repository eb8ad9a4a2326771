package mcnet.language.value;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.ExpressionParseResult;
import mcnet.grammar.Parser;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.TypeExpression;
import mcnet.language.DiagnosticCollector;
import mcnet.language.ParameterValue;
import mcnet.language.bind.UnknownNames;

/** Values of parameters from outside: texts for what is a text, expressions for all else. */
public record ParameterSettings(Map<String, ParameterValue> given, DiagnosticCollector findings) {

    public Optional<Expression> of(Name parameter, TypeExpression shape) {
        ParameterValue value = given.get(parameter.text());
        if (value == null || !isSecretItself(value, shape))
            return Optional.ofNullable(value).flatMap(g -> expression(g, shape));
        findings.add(Diagnostic.error("MC0454", "parameter " + parameter.text() + " must not contain the secret"
                + " itself",
                new Label(parameter.span(), "it needs the place of the secret"))
                .why("other users can see the command line and files of values; the value is not shown here")
                .fix("set it to secret(\"env:NAME\") or secret(\"file:PATH\")"));
        return Optional.empty();
    }

    private static boolean isSecretItself(ParameterValue value, TypeExpression shape) {
        return shape instanceof TypeExpression.Named(String name, Span _) && name.equals("secret")
                && !(value instanceof ParameterValue.One one && one.text().strip().startsWith("secret("));
    }

    public boolean has(Name parameter) {
        return given.containsKey(parameter.text());
    }

    /** Settings that no parameter takes. */
    public void checkNames(List<String> parameters) {
        given.forEach((name, value) -> {
            if (!parameters.contains(name))
                findings.add(Diagnostic.error("MC0438", "unknown parameter \"" + name + "\"",
                        new Label(value.span(), ""))
                        .why("a value without a parameter would have no effect").fix(
                                UnknownNames.hint(name, parameters, parameters.isEmpty()
                                        ? "declare it: param " + name + ": string"
                                        : "it has: " + String.join(", ", parameters))));
        });
    }

    private Optional<Expression> expression(ParameterValue value, TypeExpression shape) {
        Span at = value.span();
        return switch (value) {
            case ParameterValue.One(String text, Span _) ->
                isText(shape) ? Optional.of(new Expression.Text(text, at)) : read(text, at, shape);
            case ParameterValue.Many(List<ParameterValue> elements, Span _) -> {
                List<Expression> values = new ArrayList<>();
                for (ParameterValue each : elements)
                    expression(each, shape instanceof TypeExpression.ListOf list ? list.element() : shape)
                            .ifPresent(values::add);
                yield Optional.of(new Expression.ListOf(values, at));
            }
            case ParameterValue.Named(Map<String, ParameterValue> entries, Span _) -> {
                List<Expression.Entry> values = new ArrayList<>();
                entries.forEach(
                        (name, each) -> expression(each,
                                shape instanceof TypeExpression.MapOf map ? map.element() : shape)
                                .ifPresent(v -> values.add(new Expression.Entry(new Name(name, true, at), v, at))));
                yield Optional.of(new Expression.MapOf(values, at));
            }
        };
    }

    private static boolean isText(TypeExpression shape) {
        return shape instanceof TypeExpression.OneOf
                || shape instanceof TypeExpression.Named(String name, Span _) && name.equals("string");
    }

    /** Read where it stands; what a file spells with quotes and escapes is read by itself. */
    private Optional<Expression> read(String text, Span at, TypeExpression shape) {
        ExpressionParseResult parsed = at.text().equals(text)
                ? Parser.expression(at.source(), at.start(), at.end())
                : Parser.expression(new Source(at.source().name(), text), 0, text.length());
        if (parsed.expression().isEmpty())
            findings.add(
                    parsed.diagnostics().isEmpty() ? unreadable(text, at, shape) : parsed.diagnostics().getFirst());
        return parsed.expression();
    }

    private static Diagnostic unreadable(String text, Span at, TypeExpression shape) {
        Diagnostic error = Diagnostic.error("MC0439",
                text.isBlank() ? "missing value for " + at.source().name() : "invalid value `" + text + "`",
                new Label(at, "")).why("values other than texts are written as in a .mcnet file");
        return error.fix(shape instanceof TypeExpression.ListOf && !text.isBlank() && !text.startsWith("[")
                ? "write [" + text + "]"
                : "write it like 10.42.1.0/24, [80, 443], { a = 1 }");
    }
}
