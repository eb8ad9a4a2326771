package mcnet.language.value;

import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.ExpressionParseResult;
import mcnet.grammar.Parser;
import mcnet.grammar.QuotedStrings;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Name;
import mcnet.language.bind.UnknownNames;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.SecretReferences;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** Values inside of texts: {@code "shop-${env}"}. */
public final class Interpolation {
    private static final String LONG = "\"\"\"";

    private Interpolation() {}

    public static Expression.Text of(Expression.Text text, Scope scope, Evaluator evaluator) throws InvalidValue {
        return new Expression.Text(filled(text.text(), text.span(), scope, evaluator), scope.at(text.span()));
    }

    /** A quoted name is a text. */
    public static Name of(Name name, Scope scope, Evaluator evaluator) throws InvalidValue {
        String text = name.quoted() ? filled(name.text(), name.span(), scope, evaluator) : name.text();
        return new Name(text, name.quoted(), scope.at(name.span()));
    }

    private static String filled(String said, Span span, Scope scope, Evaluator evaluator) throws InvalidValue {
        String raw = span.text();
        if (!said.contains("${") || !raw.startsWith("\""))
            return said;
        boolean isLong = raw.startsWith(LONG) && raw.length() >= 6;
        int edge = isLong ? 3 : 1;
        StringBuilder text = new StringBuilder();
        int from = edge;
        for (int at = edge; at < raw.length() - edge; at++) {
            if (raw.charAt(at) == '\\' && !isLong)
                at++;
            else if (raw.startsWith("${", at)) {
                int close = raw.indexOf('}', at);
                if (close < 0)
                    break;
                text.append(piece(raw.substring(from, at), isLong));
                text.append(value(span, at + 2, close, scope, evaluator));
                if (text.length() > ExpansionLimits.SIZE)
                    throw ExpansionLimits.tooLarge(scope.at(span));
                from = close + 1;
                at = close;
            }
        }
        text.append(piece(raw.substring(from, raw.length() - edge), isLong));
        return isLong ? text.toString().stripIndent().strip() : text.toString();
    }

    private static String piece(String raw, boolean isLong) {
        return isLong ? raw : QuotedStrings.unquote('"' + raw + '"');
    }

    private static Diagnostic unknown(String name, Span span, Scope scope, Evaluator evaluator) throws InvalidValue {
        int dot = name.indexOf('.');
        if (dot > 0) {
            var first = scope.find(name.substring(0, dot));
            if (first.isPresent() && evaluator.value(first.get()) instanceof Expression.MapOf map)
                return UnknownNames.element(name, map, span);
        }
        return UnknownNames.name(name, span, scope);
    }

    private static String value(Span text, int from, int to, Scope scope, Evaluator evaluator) throws InvalidValue {
        Span span = new Span(text.source(), text.start() + from, text.start() + to, text.via());
        ExpressionParseResult parsed = Parser.expression(span.source(), span.start(), span.end());
        if (parsed.expression().isEmpty())
            throw new InvalidValue(parsed.diagnostics().isEmpty()
                    ? Diagnostic.error("MC0405", "`${" + span.text() + "}` contains no value", new Label(span, ""))
                            .fix("write a name or an expression between the braces; for a plain ${ write \\${")
                    : parsed.diagnostics().getFirst());
        Expression value = evaluator.value(parsed.expression().get(), scope);
        if (value instanceof Expression.Word word && scope.find(word.text()).isEmpty()
                && parsed.expression().get() instanceof Expression.Word)
            throw new InvalidValue(unknown(word.text(), scope.at(span), scope, evaluator));
        String inText = SecretReferences.isSecret(value) ? null : ValueSpelling.inText(value);
        if (inText == null)
            throw new InvalidValue(Diagnostic
                    .error("MC0406", ExpressionText.of(value) + " cannot be inserted into a text",
                            new Label(scope.at(span), ""))
                    .why(
                            SecretReferences.isSecret(value)
                                    ? "a secret is sent only to the server, so that it is never shown"
                                    : "only texts, numbers, addresses, words, true and false can be inserted")
                    .fix(SecretReferences.isSecret(value)
                            ? "use the secret alone"
                            : "use join(list, \", \") for a list"));
        return inText;
    }
}
