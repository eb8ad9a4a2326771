package mcnet.language.value;

import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** Whole numbers, as far as 18 digits go. */
final class WholeNumbers {
    private static final int DIGITS = 18;

    private WholeNumbers() {}

    static boolean is(Expression value) {
        return value instanceof Expression.Literal l && l.form() == Expression.Form.WHOLE;
    }

    static long of(Expression value, String what) throws InvalidValue {
        if (!is(value))
            throw new InvalidValue(
                    Diagnostic.error("MC0415", what + " must be a number, not " + ExpressionText.of(value),
                            new Label(value.span(), "")).fix("write a whole number"));
        String text = ((Expression.Literal) value).text();
        if (text.length() > DIGITS)
            throw tooLarge(value.span());
        return Long.parseLong(text);
    }

    static Expression literal(long number, Span span) throws InvalidValue {
        if (Long.toString(number).length() > DIGITS)
            throw tooLarge(span);
        return new Expression.Literal(Expression.Form.WHOLE, Long.toString(number), span);
    }

    static InvalidValue tooLarge(Span span) {
        return new InvalidValue(Diagnostic.error("MC0416", "this number is too large", new Label(span, ""))
                .why("numbers can have up to " + DIGITS + " digits").fix("use a smaller one"));
    }
}
