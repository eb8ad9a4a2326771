package mcnet.language.read;

import java.util.ArrayList;
import java.util.List;
import java.util.OptionalInt;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.print.ExpressionText;
import mcnet.language.value.AddressLiterals.InvalidValue;
import mcnet.model.Ports;

/** Numbers of sentences: ports, and types and codes of ICMP. */
final class PortNumbers {
    private static final int LAST_PORT = 65_535;
    private static final int LAST_ICMP = 255;

    private PortNumbers() {}

    static List<Ports> ports(List<Expression> expressions) throws InvalidValue {
        List<Ports> ports = new ArrayList<>();
        for (Expression each : expressions) {
            Ports next = port(each);
            for (Ports first : ports)
                if (first.overlaps(next))
                    throw new InvalidValue(Diagnostic.error("MC0500", "duplicate port " + next.text(),
                            new Label(each.span(), "again here"), new Label(first.span(), "first here"))
                            .fix("remove one of them"));
            ports.add(next);
        }
        return ports;
    }

    private static Ports port(Expression expression) throws InvalidValue {
        if (expression instanceof Expression.Broken)
            throw InvalidValue.REPORTED;
        if (!(expression instanceof Expression.Literal literal) || literal.form() != Expression.Form.WHOLE
                && literal.form() != Expression.Form.WHOLE_RANGE)
            throw new InvalidValue(
                    Diagnostic.error("MC0501", "a port is a number, not " + ExpressionText.of(expression),
                            new Label(expression.span(), "")).fix("write 443, 8000-8080, or the name of a service"));
        String[] ends = literal.text().split("-");
        // LXD takes ranges from 0, which is how others write "all" (shared/validate IsNetworkPortRange).
        int first = ends.length == 2 && ends[0].equals("0") ? 0 : number(ends[0], literal.span());
        int last = number(ends[ends.length - 1], literal.span());
        if (ends.length == 2 && first >= last)
            throw new InvalidValue(Diagnostic.error("MC0502", "the first port of the range is larger than the last",
                    new Label(literal.span(), "")).fix(
                            "write " + (first == last ? Integer.toString(first) : last + "-" + first)));
        return new Ports(first, last, literal.span());
    }

    private static int number(String text, Span span) throws InvalidValue {
        int number = text.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (number < 1 || number > LAST_PORT)
            throw new InvalidValue(Diagnostic.error("MC0503", "invalid port " + text, new Label(span, ""))
                    .why("ports are numbers from 1 to 65535").fix("write a number from 1 to " + LAST_PORT));
        return number;
    }

    /** A type or a code of ICMP. */
    static OptionalInt icmp(String text, Span span) throws InvalidValue {
        int number = text.length() > 6 ? Integer.MAX_VALUE : Integer.parseInt(text);
        if (number > LAST_ICMP)
            throw new InvalidValue(Diagnostic.error("MC0504", "invalid ICMP type or code " + text, new Label(span, ""))
                    .why("each is a number from 0 to 255").fix("write numbers from 0 to " + LAST_ICMP + ":"
                            + " icmp4 8/0"));
        return OptionalInt.of(number);
    }
}
