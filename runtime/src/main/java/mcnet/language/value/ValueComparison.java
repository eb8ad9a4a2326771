package mcnet.language.value;

import inet.ipaddr.IPAddress;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.grammar.tree.Expression;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.ScalarTypes;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** Whether values are the same, in order, or one within the other. Addresses count by what they mean. */
final class ValueComparison {
    private ValueComparison() {}

    static boolean same(Expression left, Expression right) throws InvalidValue {
        String a = ScalarTypes.text(left);
        String b = ScalarTypes.text(right);
        if (a != null && b != null)
            return a.equals(b);
        if (left instanceof Expression.ListOf x && right instanceof Expression.ListOf y) {
            if (x.elements().size() != y.elements().size())
                return false;
            for (int i = 0; i < x.elements().size(); i++)
                if (!same(x.elements().get(i), y.elements().get(i)))
                    return false;
            return true;
        }
        if (AddressFunctions.isAddress(left) && AddressFunctions.isAddress(right)) {
            IPAddress x = AddressFunctions.any(left);
            IPAddress y = AddressFunctions.any(right);
            return x.equals(y) && java.util.Objects.equals(x.getPrefixLength(), y.getPrefixLength());
        }
        return ValueSpelling.of(left).equals(ValueSpelling.of(right));
    }

    static boolean ordered(String operator, Expression left, Expression right) throws InvalidValue {
        long a = WholeNumbers.of(left, "the operand of `" + operator + "`");
        long b = WholeNumbers.of(right, "the operand of `" + operator + "`");
        return switch (operator) {
            case "<" -> a < b;
            case "<=" -> a <= b;
            case ">" -> a > b;
            default -> a >= b;
        };
    }

    static boolean in(Expression element, Expression whole) throws InvalidValue {
        switch (whole) {
            case Expression.ListOf list -> {
                for (Expression each : list.elements())
                    if (same(element, each))
                        return true;
                return false;
            }
            case Expression.MapOf map -> {
                String key = ScalarTypes.text(element);
                return map.entries().stream().anyMatch(e -> e.key().text().equals(key));
            }
            default -> {
                if (AddressFunctions.isAddress(whole))
                    return AddressFunctions.contains(whole, element);
                throw new InvalidValue(Diagnostic.error("MC0419", "`in` needs a list, a map or a network,"
                        + " not " + ExpressionText.of(whole),
                        new Label(whole.span(), "")).fix("write a list, a map or a network after `in`"));
            }
        }
    }
}
