package mcnet.language.read;

import java.util.List;
import java.util.Locale;
import java.util.regex.Pattern;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.tree.Expression;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.language.value.AddressLiterals;
import mcnet.language.value.ValueSpelling;
import mcnet.model.Value;

/**
 * Values that are one word or one number. Each answers null for an expression of quite another sort, and says what is
 * wrong with one that is nearly right.
 */
public final class ScalarTypes {
    private static final Pattern NIC = Pattern.compile("[-_a-zA-Z0-9.]{2,15}");
    private static final Pattern DOMAIN = Pattern
            .compile(
                    "(?!.{254})[a-zA-Z0-9_]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9])?(\\.[a-zA-Z0-9_]([-a-zA-Z0-9_]{0,61}[a-zA-Z0-9])?)*\\.?");

    private ScalarTypes() {}

    static Value truth(Expression expression) throws InvalidValue {
        if (expression instanceof Expression.Truth t)
            return new Value.Truth(t.value(), t.span());
        String word = text(expression);
        String meant = word == null ? "" : switch (word.toLowerCase(Locale.ROOT)) {
            case "true", "yes", "on", "1", "enabled" -> "true";
            case "false", "no", "off", "0", "disabled" -> "false";
            default -> "";
        };
        if (!meant.isEmpty())
            throw new InvalidValue(Diagnostic.error("MC0211", "the value must be true or false,"
                    + " not " + expression.span().text(),
                    new Label(expression.span(), "")).fix("write " + meant));
        return null;
    }

    static Value whole(Expression expression, long least, long most) throws InvalidValue {
        Span span = expression.span();
        boolean negative = expression instanceof Expression.Unary;
        Expression digits = expression instanceof Expression.Unary u ? u.operand() : expression;
        if (!(digits instanceof Expression.Literal literal) || literal.form() != Expression.Form.WHOLE)
            return null;
        String text = literal.text();
        long number = text.length() > 18 ? Long.MAX_VALUE : Long.parseLong(text) * (negative ? -1 : 1);
        if (number < least || number > most) throw beyond(span, "number", Long.toString(least), Long.toString(most));
        return new Value.Whole(number, span);
    }

    private static InvalidValue beyond(Span span, String what, String least, String most) {
        return new InvalidValue(Diagnostic.error("MC0212", span.text() + " is out of range", new Label(span, ""))
                .why("allowed values are " + least + " to " + most)
                .fix("write a " + what + " from " + least + " to " + most));
    }

    private static final Pattern DURATION = Pattern.compile("(\\d{1,9})(s|m|h|d)");

    /** {@code 30s}, {@code 5m}, {@code 1h}, {@code 2d}. */
    static Value duration(Expression expression, long least, long most) throws InvalidValue {
        if (!(expression instanceof Expression.Literal l)
                || l.form() != Expression.Form.QUANTITY && l.form() != Expression.Form.WHOLE)
            return null;
        var matcher = DURATION.matcher(l.text());
        if (!matcher.matches())
            throw new InvalidValue(Diagnostic.error("MC0228", "`" + l.text() + "` is not a duration",
                    new Label(l.span(), ""))
                    .why("without a unit the number could be seconds or minutes")
                    .fix(l.form() == Expression.Form.WHOLE
                            ? "write " + l.text() + "s for seconds"
                            : "write 30s, 5m, 1h or 2d"));
        long unit = switch (matcher.group(2)) {
            case "s" -> 1;
            case "m" -> 60;
            case "h" -> 3600;
            default -> 86_400;
        };
        long seconds = Long.parseLong(matcher.group(1)) * unit;
        if (seconds < least || seconds > most) throw beyond(l.span(), "duration", least + "s", most + "s");
        return new Value.Duration(seconds, l.span());
    }

    static Value nic(Expression expression) throws InvalidValue {
        String text = text(expression);
        if (text == null)
            return null;
        if (!NIC.matcher(text).matches())
            throw new InvalidValue(Diagnostic.error("MC0213", "invalid interface name `" + text + "`",
                    new Label(expression.span(), text.length() + " characters"))
                    .why("an interface's name has 2 to 15 letters, digits, `-`, `_` and `.`")
                    .fix("write the name that `ip link` shows on the member"));
        return new Value.Word(text, expression.span());
    }

    static Value domain(Expression expression) throws InvalidValue {
        String text = text(expression);
        if (text == null)
            return null;
        if (!DOMAIN.matcher(text).matches())
            throw new InvalidValue(Diagnostic.error("MC0214", "`" + text + " ` is not a domain name",
                    new Label(expression.span(), ""))
                    .why("each part has 1 to 63 letters, digits and dashes, with a dot between the parts")
                    .fix("write it like shop.example.org"));
        return new Value.Text(text, expression.span());
    }

    static Value mac(Expression expression) throws InvalidValue {
        String text = expression instanceof Expression.Literal l && l.form() == Expression.Form.ADDRESS6
                ? l.text()
                : text(expression);
        if (text == null)
            return null;
        if (AddressLiterals.isMac(text.replace('-', ':')) && text.indexOf('-') > 0)
            throw new InvalidValue(Diagnostic.error("MC0215", "a MAC address is written with colons",
                    new Label(expression.span(), "")).fix("write " + text.replace('-', ':').toLowerCase(Locale.ROOT)));
        if (!AddressLiterals.isMac(text))
            throw new InvalidValue(Diagnostic.error("MC0216", "`" + text + "` is not a MAC address",
                    new Label(expression.span(), ""))
                    .why("a MAC address has six pairs of hexadecimal digits")
                    .fix("write it like 00:16:3e:00:00:01"));
        return new Value.Mac(text.toLowerCase(Locale.ROOT), expression.span());
    }

    static Value word(Expression expression, List<String> words) throws InvalidValue {
        String text = text(expression);
        if (text == null)
            return null;
        if (words.contains(text))
            return new Value.Word(text, expression.span());
        String list = String.join(" or ", words.stream().map(ValueSpelling::name).toList());
        throw new InvalidValue(
                Diagnostic.error("MC0217", "unknown value `" + text + "`", new Label(expression.span(), ""))
                        .why("only the listed words are allowed here")
                        .fix(Suggestion.to(text, words).map(w -> "did you mean " + ValueSpelling.name(w) + "?")
                                .orElse("write " + list)));
    }

    /** A word or a text; null for all else. */
    public static String text(Expression expression) {
        return switch (expression) {
            case Expression.Word w -> w.text();
            case Expression.Text t -> t.text();
            default -> null;
        };
    }
}
