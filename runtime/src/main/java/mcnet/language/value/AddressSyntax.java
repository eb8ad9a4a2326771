package mcnet.language.value;

import inet.ipaddr.IPAddress;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression.Form;
import mcnet.grammar.tree.Expression.Literal;
import mcnet.grammar.tree.Expression;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Value;
import mcnet.schema.Family;

/** Addresses and networks. Host bits decide which is which, as in LXD's validators. */
public final class AddressSyntax {
    private AddressSyntax() {}

    public static Value address(Expression expression, Family family) throws InvalidValue {
        if (!(expression instanceof Literal(Form form, String text, Span span)))
            return null;
        switch (form) {
            case ADDRESS4, ADDRESS6 -> {
                return new Value.Address(of(AddressLiterals.address(text, span), family, span), span);
            }
            case NET4, NET6 -> {
                String bare = AddressLiterals.withLength(text, span).getLower().withoutPrefixLength()
                        .toCanonicalString();
                throw new InvalidValue(Diagnostic.error("MC0230", "expected an address without a prefix length",
                        new Label(span, "")).why("with a length it means a network, and a single address is needed")
                        .fix("write " + bare));
            }
            default -> {
                return null;
            }
        }
    }

    public static Value onNetwork(Expression expression, Family family) throws InvalidValue {
        if (!(expression instanceof Literal(Form form, String text, Span span)))
            return null;
        switch (form) {
            case ADDRESS4, ADDRESS6 -> {
                IPAddress bare = of(AddressLiterals.address(text, span), family, span);
                throw new InvalidValue(Diagnostic.error("MC0231", "missing prefix length", new Label(span, ""))
                        .why("the size of the network is set only here")
                        .fix("write " + text + (bare.isIPv4() ? "/24" : "/64") + ", or another length"));
            }
            case NET4, NET6 -> {
                IPAddress address = of(AddressLiterals.withLength(text, span), family, span);
                if (address.getPrefixLength() == address.getBitCount())
                    throw new InvalidValue(Diagnostic.error("MC0232", text + " has only one address",
                            new Label(span, "")).why(
                                    "the network needs addresses for the router and for the"
                                            + " instances")
                            .fix("write the length of the network, " + (address.isIPv4() ? "/24" : "/64")
                                    + " for instance"));
                if (isNetwork(address))
                    throw new InvalidValue(Diagnostic.error("MC0233", "expected an address in a network,"
                            + " but " + text + " is the network itself",
                            new Label(span, "")).why("the server refuses a network's own address")
                            .fix("did you mean " + first(address) + "?"));
                return new Value.Interface(address, span);
            }
            default -> {
                return null;
            }
        }
    }

    public static Value network(Expression expression, Family family) throws InvalidValue {
        if (!(expression instanceof Literal(Form form, String text, Span span)))
            return null;
        switch (form) {
            case ADDRESS4, ADDRESS6 -> {
                IPAddress bare = of(AddressLiterals.address(text, span), family, span);
                throw new InvalidValue(Diagnostic.error("MC0234", "expected a network, but " + text + " is an address",
                        new Label(span, "")).fix(
                                "write " + text + "/" + bare.getBitCount()
                                        + " for a network of this one address"));
            }
            case NET4, NET6 -> {
                IPAddress address = of(AddressLiterals.withLength(text, span), family, span);
                if (!isNetwork(address))
                    throw new InvalidValue(Diagnostic.error("MC0235", "expected a network, but " + text + " is an"
                            + " address in a network",
                            new Label(span, "bits are set after the"
                                    + " first " + address.getPrefixLength()))
                            .why("a network is written with its first address")
                            .fix("did you mean " + network(address) + "?"));
                return new Value.Subnet(address.toPrefixBlock(), span);
            }
            default -> {
                return null;
            }
        }
    }

    /** The address, if it is of the family. */
    static IPAddress of(IPAddress address, Family family, Span span) throws InvalidValue {
        boolean fits = family == Family.ANY || address.isIPv4() == (family == Family.IPV4);
        if (!fits)
            throw new InvalidValue(Diagnostic.error("MC0236", "expected an " + ExpressionText.name(family) + " address",
                    new Label(span, "this is " + address.getIPVersion())).fix(
                            "write an " + ExpressionText.name(family) + " address; other addresses belong in"
                                    + " the block "
                                    + (address.isIPv4() ? "ipv4, in records in a" : "ipv6, in records in aaaa")));
        return address;
    }

    private static boolean isNetwork(IPAddress address) {
        return address.isPrefixBlock();
    }

    private static String network(IPAddress address) {
        return address.toPrefixBlock().getLower().withoutPrefixLength().toCanonicalString() + "/"
                + address.getPrefixLength();
    }

    private static String first(IPAddress network) {
        return network.getLower().withoutPrefixLength().increment(1).toCanonicalString() + "/"
                + network.getPrefixLength();
    }
}
