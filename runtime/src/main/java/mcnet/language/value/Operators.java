package mcnet.language.value;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.SecretReferences;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** What operators make of values. */
final class Operators {
    private Operators() {}

    static Expression unary(String operator, Expression operand, Span span) throws InvalidValue {
        if (operator.equals("-"))
            return WholeNumbers.literal(-WholeNumbers.of(operand, "the operand of `-`"), span);
        if (operand instanceof Expression.Truth t)
            return new Expression.Truth(!t.value(), span);
        throw unfit(operator, operand, span);
    }

    static Expression binary(String operator, Expression left, Expression right, Span span) throws InvalidValue {
        for (Expression side : List.of(left, right))
            if (SecretReferences.isSecret(side))
                throw SecretReferences.refused(side, operator);
        return switch (operator) {
            case "==" -> new Expression.Truth(ValueComparison.same(left, right), span);
            case "!=" -> new Expression.Truth(!ValueComparison.same(left, right), span);
            case "<", "<=", ">", ">=" -> new Expression.Truth(ValueComparison.ordered(operator, left, right), span);
            case "in" -> new Expression.Truth(ValueComparison.in(left, right), span);
            case "+" -> plus(left, right, span);
            default -> calculated(operator, left, right, span);
        };
    }

    private static Expression plus(Expression left, Expression right, Span span) throws InvalidValue {
        if (left instanceof Expression.ListOf a && right instanceof Expression.ListOf b) {
            List<Expression> both = new ArrayList<>(a.elements());
            both.addAll(b.elements());
            return new Expression.ListOf(both, span);
        }
        if (left instanceof Expression.Text a && right instanceof Expression.Text b)
            return new Expression.Text(a.text() + b.text(), span);
        return calculated("+", left, right, span);
    }

    private static Expression calculated(String operator, Expression left, Expression right, Span span)
            throws InvalidValue {
        if (operator.equals("/") && right instanceof Expression.Literal l && l.form() == Expression.Form.LENGTH)
            return AddressFunctions.withLength(left, l, span);
        if (!WholeNumbers.is(left))
            throw unfit(operator, left, span);
        if (!WholeNumbers.is(right))
            throw unfit(operator, right, span);
        long a = WholeNumbers.of(left, "");
        long b = WholeNumbers.of(right, "");
        try {
            return WholeNumbers.literal(switch (operator) {
                case "+" -> Math.addExact(a, b);
                case "-" -> Math.subtractExact(a, b);
                case "*" -> Math.multiplyExact(a, b);
                default -> divided(a, b, right.span());
            }, span);
        } catch (ArithmeticException overflow) {
            throw WholeNumbers.tooLarge(span);
        }
    }

    private static long divided(long a, long b, Span divisor) throws InvalidValue {
        if (b == 0)
            throw new InvalidValue(Diagnostic.error("MC0417", "division by 0", new Label(divisor, ""))
                    .fix("make sure that the divisor is not 0"));
        return Math.floorDiv(a, b);
    }

    private static InvalidValue unfit(String operator, Expression value, Span span) {
        boolean address = value instanceof Expression.Literal l && !WholeNumbers.is(l);
        Diagnostic error = Diagnostic.error("MC0418", "`" + operator + "` cannot be used"
                + " with " + ExpressionText.of(value),
                new Label(value.span(), ""));
        if (address)
            return new InvalidValue(error.why("the meaning would not be clear: the next address, or the next network")
                    .fix("write host(net, 1), at(net, 1) or subnet(net, /24, 1)"));
        return new InvalidValue(error.fix(value instanceof Expression.Text || value instanceof Expression.Word
                ? "put values into a text by \"${…}\""
                : "write numbers on both sides"));
    }
}
