package mcnet.language.value;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.math.BigInteger;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression.Form;
import mcnet.grammar.tree.Expression;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Functions on addresses, networks and ranges, of both families alike. */
final class AddressFunctions {
    private AddressFunctions() {}

    static Expression call(String name, List<Expression> arguments, Span span) throws InvalidValue {
        Expression first = arguments.getFirst();
        return switch (name) {
            case "at" -> literal(counted(first, arguments.get(1), span).setPrefixLength(
                    network(first).getPrefixLength(), false), span);
            case "host" -> literal(counted(first, arguments.get(1), span), span);
            case "subnet" -> literal(part(network(first), length(arguments.get(1)), arguments.get(2), span), span);
            case "range" -> range(counted(first, arguments.get(1), span), counted(first, arguments.get(2), span), span);
            case "contains" -> new Expression.Truth(contains(first, arguments.get(1)), span);
            case "overlaps" -> new Expression.Truth(overlap(extent(first), extent(arguments.get(1))), span);
            case "size" -> size(extent(first), span);
            case "first" -> literal(extent(first).getLower().withoutPrefixLength(), span);
            case "last" -> literal(extent(first).getUpper().withoutPrefixLength(), span);
            case "prefix" -> literal(any(first).toPrefixBlock(), span);
            default -> WholeNumbers.literal(network(first).getPrefixLength(), span);
        };
    }

    /** An address, with or without length, or a range. */
    static boolean isAddress(Expression value) {
        return value instanceof Expression.Literal l && switch (l.form()) {
            case ADDRESS4, ADDRESS6 -> !AddressLiterals.isMac(l.text());
            case NET4, NET6 -> true;
            default -> false;
        };
    }

    /** An address with its length, if it has one. */
    static IPAddress any(Expression value) throws InvalidValue {
        if (!isAddress(value))
            throw unfit(value, "an address or a network");
        Expression.Literal literal = (Expression.Literal) value;
        return literal.text().indexOf('/') < 0
                ? AddressLiterals.address(literal.text(), value.span())
                : AddressLiterals.withLength(literal.text(), value.span());
    }

    static Expression withLength(Expression address, Expression.Literal length, Span span) throws InvalidValue {
        IPAddress bare = any(address);
        if (bare.isPrefixed())
            throw new InvalidValue(
                    Diagnostic.error("MC0430", ValueSpelling.of(address) + " already has a prefix length",
                            new Label(span, "")).why("an address has only one").fix("remove one of the lengths"));
        return literal(AddressLiterals.withLength(bare.toCanonicalString() + length.text(), span), span);
    }

    static boolean contains(Expression whole, Expression part) throws InvalidValue {
        IPAddressSeqRange outer = extent(whole);
        IPAddressSeqRange inner = extent(part);
        return sameFamily(outer, inner) && outer.contains(inner);
    }

    private static boolean overlap(IPAddressSeqRange a, IPAddressSeqRange b) {
        return sameFamily(a, b) && a.overlaps(b);
    }

    private static boolean sameFamily(IPAddressSeqRange a, IPAddressSeqRange b) {
        return a.getLower().getIPVersion() == b.getLower().getIPVersion();
    }

    /** A network with all its addresses; an address on a network stands for it. */
    private static IPAddress network(Expression value) throws InvalidValue {
        IPAddress address = any(value);
        if (!address.isPrefixed())
            throw unfit(value, "a network");
        return address.toPrefixBlock();
    }

    /** From first to last: a bare address is a range of one. */
    private static IPAddressSeqRange extent(Expression value) throws InvalidValue {
        if (value instanceof Expression.Literal l && (l.form() == Form.RANGE4 || l.form() == Form.RANGE6))
            return ((Value.Range) AddressRanges.range(value, Family.ANY)).range();
        IPAddress address = any(value);
        IPAddress all = address.isPrefixed() && isNetwork(address) ? address.toPrefixBlock() : address;
        return all.getLower().withoutPrefixLength().spanWithRange(all.getUpper().withoutPrefixLength());
    }

    private static boolean isNetwork(IPAddress address) {
        return address.getValue().equals(address.toPrefixBlock().getValue());
    }

    /** The address of a number in a network; numbers below 0 count from its end. */
    private static IPAddress counted(Expression of, Expression index, Span span) throws InvalidValue {
        IPAddress network = network(of);
        BigInteger number = BigInteger.valueOf(WholeNumbers.of(index, "which address"));
        BigInteger at = number.signum() < 0 ? network.getCount().add(number) : number;
        if (at.signum() < 0 || at.compareTo(network.getCount()) >= 0)
            throw new InvalidValue(Diagnostic.error("MC0431", "address number " + number + " is outside"
                    + " of " + network.toCanonicalString(),
                    new Label(index.span(), "it has " + network.getCount() + ", counted from 0"))
                    .fix("write a smaller number, or use a larger network"));
        return plus(network.getLower().withoutPrefixLength(), at);
    }

    private static IPAddress part(IPAddress whole, int length, Expression index, Span span) throws InvalidValue {
        if (length < whole.getPrefixLength() || length > whole.getBitCount())
            throw new InvalidValue(Diagnostic.error("MC0432", "cannot split " + whole.toCanonicalString() + " into"
                    + " subnets of length /" + length,
                    new Label(span, "")).fix(
                            "write a length from /" + whole.getPrefixLength() + " to /"
                                    + whole.getBitCount()));
        BigInteger parts = BigInteger.ONE.shiftLeft(length - whole.getPrefixLength());
        BigInteger at = BigInteger.valueOf(WholeNumbers.of(index, "which part"));
        if (at.signum() < 0 || at.compareTo(parts) >= 0)
            throw new InvalidValue(Diagnostic.error("MC0433", "/" + length + " subnet number " + at + " is outside"
                    + " of " + whole.toCanonicalString(),
                    new Label(index.span(), "it has " + parts + ","
                            + " counted from 0"))
                    .fix("write a smaller number, or use a larger network"));
        BigInteger offset = at.shiftLeft(whole.getBitCount() - length);
        return plus(whole.getLower().withoutPrefixLength(), offset).setPrefixLength(length, false);
    }

    private static IPAddress plus(IPAddress address, BigInteger offset) {
        BigInteger value = address.getValue().add(offset);
        byte[] bytes = new byte[address.getByteCount()];
        byte[] given = value.toByteArray();
        int length = Math.min(given.length, bytes.length);
        System.arraycopy(given, given.length - length, bytes, bytes.length - length, length);
        return new inet.ipaddr.IPAddressNetwork.IPAddressGenerator().from(bytes);
    }

    private static int length(Expression value) throws InvalidValue {
        if (value instanceof Expression.Literal l && l.form() == Form.LENGTH && l.text().length() <= 4)
            return Integer.parseInt(l.text().substring(1));
        throw unfit(value, "a length such as /24");
    }

    private static Expression range(IPAddress first, IPAddress last, Span span) {
        return new Expression.Literal(first.isIPv4() ? Form.RANGE4 : Form.RANGE6,
                first.toCanonicalString() + "-" + last.toCanonicalString(), span);
    }

    /** A count beyond all numbers of the language is the largest of them. */
    private static Expression size(IPAddressSeqRange extent, Span span) throws InvalidValue {
        BigInteger most = BigInteger.TEN.pow(18).subtract(BigInteger.ONE);
        return WholeNumbers.literal(extent.getCount().min(most).longValueExact(), span);
    }

    private static Expression literal(IPAddress address, Span span) {
        boolean net = address.isPrefixed();
        Form form = address.isIPv4() ? net ? Form.NET4 : Form.ADDRESS4 : net ? Form.NET6 : Form.ADDRESS6;
        String text = net
                ? address.getLower().withoutPrefixLength().toCanonicalString() + "/" + address.getPrefixLength()
                : address.toCanonicalString();
        return new Expression.Literal(form, text, span);
    }

    private static InvalidValue unfit(Expression value, String desired) {
        return new InvalidValue(
                Diagnostic.error("MC0434", "expected " + desired + ", found " + ExpressionText.of(value),
                        new Label(value.span(), "")).fix("write it like 10.42.1.0/24"));
    }
}
