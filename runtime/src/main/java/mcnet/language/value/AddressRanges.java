package mcnet.language.value;

import inet.ipaddr.IPAddress;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression.Form;
import mcnet.grammar.tree.Expression.Literal;
import mcnet.grammar.tree.Expression;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Ranges of addresses: first and last, both in full, a dash and no blanks between them. */
public final class AddressRanges {
    private AddressRanges() {}

    public static Value range(Expression expression, Family family) throws InvalidValue {
        if (!(expression instanceof Literal(Form form, String text, Span span)))
            return null;
        switch (form) {
            case ADDRESS4, ADDRESS6 -> {
                AddressSyntax.of(AddressLiterals.address(text, span), family, span);
                throw new InvalidValue(
                        Diagnostic.error("MC0240", "a range needs a first and a last address", new Label(span, ""))
                                .fix("write " + text + "-" + text + " for this one address"));
            }
            case NET4, NET6 -> {
                IPAddress block = AddressSyntax.of(AddressLiterals.withLength(text, span), family, span)
                        .toPrefixBlock();
                throw new InvalidValue(Diagnostic.error("MC0241", "a range needs a first and a last address",
                        new Label(span,
                                "this is a network"))
                        .fix("write " + said(block.getLower(), block.getUpper())
                                + ", without the addresses that are in use"));
            }
            case RANGE4, RANGE6 -> {
                return range(text, span, family);
            }
            default -> {
                return null;
            }
        }
    }

    private static Value range(String text, Span span, Family family) throws InvalidValue {
        int dash = text.indexOf('-');
        String to = text.substring(dash + 1);
        IPAddress first = AddressSyntax.of(AddressLiterals.address(text.substring(0, dash), span), family, span);
        if (first.isIPv4() && to.indexOf('.') < 0 && to.indexOf(':') < 0)
            throw new InvalidValue(shortened(text, first, to, span));
        IPAddress last = AddressLiterals.address(to, span);
        if (first.isIPv4() != last.isIPv4())
            throw new InvalidValue(Diagnostic.error("MC0242", "both ends of a range must be of the same"
                    + " family", new Label(span, ""))
                    .fix("write two ranges, each in the block of its family"));
        if (first.compareTo(last) > 0)
            throw new InvalidValue(Diagnostic.error("MC0243", "the first address of the range is larger than the"
                    + " last", new Label(span, ""))
                    .why("LXD 5.0 accepts it, and fails when the first network needs an address from it")
                    .fix("write " + said(last, first)));
        return new Value.Range(first.spanWithRange(last), span);
    }

    private static Diagnostic shortened(String text, IPAddress first, String to, Span span) {
        String base = first.toCanonicalString();
        String full = text.substring(0, text.indexOf('-')) + "-" + base.substring(0, base.lastIndexOf('.') + 1) + to;
        return Diagnostic.error("MC0244", "both addresses of a range must be written in full", new Label(span, ""))
                .why("`-" + to + "` means different things in different programs")
                .fix("write " + full);
    }

    /** {@code 10.0.0.1 - 10.0.0.9}, which would be arithmetic. */
    public static boolean isSpaced(Expression.Binary minus) {
        return minus.operator().equals("-") && isAddress(minus.left()) && isAddress(minus.right());
    }

    public static InvalidValue spaced(Expression.Binary minus) {
        return new InvalidValue(
                Diagnostic.error("MC0245", "a range must have no spaces around its dash", new Label(minus.span(), ""))
                        .why("with spaces the dash is a minus sign, and addresses cannot be subtracted")
                        .fix("write " + minus.left().span().text() + "-" + minus.right().span().text()));
    }

    private static boolean isAddress(Expression expression) {
        return expression instanceof Literal l && (l.form() == Form.ADDRESS4 || l.form() == Form.ADDRESS6);
    }

    private static String said(IPAddress first, IPAddress last) {
        return first.withoutPrefixLength().toCanonicalString() + "-" + last.withoutPrefixLength().toCanonicalString();
    }
}
