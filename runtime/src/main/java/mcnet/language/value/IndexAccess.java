package mcnet.language.value;

import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.language.bind.UnknownNames;
import mcnet.language.print.ExpressionText;
import mcnet.language.read.ScalarTypes;
import mcnet.language.value.AddressLiterals.InvalidValue;

/** {@code slot[live]}, {@code office[0]}. */
final class IndexAccess {
    private IndexAccess() {}

    static Expression of(Expression of, Expression index, Span span) throws InvalidValue {
        if (of instanceof Expression.MapOf map) {
            String key = ScalarTypes.text(index);
            if (key == null)
                throw new InvalidValue(Diagnostic.error("MC0411", "a map needs a name in brackets,"
                        + " not " + ExpressionText.of(index),
                        new Label(index.span(), "")).fix("write one of: " + names(map)));
            for (Expression.Entry entry : map.entries())
                if (entry.key().text().equals(key))
                    return entry.value();
            throw new InvalidValue(Diagnostic.error("MC0412", "unknown key " + key + " in the"
                    + " map", new Label(index.span(), ""),
                    new Label(map.span(), "the map")).fix(
                            UnknownNames.hint(key, map.entries().stream().map(e -> e.key().text()).toList(),
                                    map.entries().isEmpty() ? "add it to the map" : "it has: " + names(map))));
        }
        if (of instanceof Expression.ListOf list) {
            long at = WholeNumbers.of(index, "an index");
            if (at < 0 || at >= list.elements().size())
                throw new InvalidValue(Diagnostic.error("MC0413", "the list index " + at + " is out of range",
                        new Label(index.span(), ""), new Label(list.span(), "it has " + list.elements().size()))
                        .why("elements are counted from 0")
                        .fix(list.elements().isEmpty()
                                ? "add an element to the list"
                                : "write a number from 0 to " + (list.elements().size() - 1)));
            return list.elements().get((int) at);
        }
        throw new InvalidValue(Diagnostic.error("MC0414", "only lists and maps have elements, not "
                + ExpressionText.of(of), new Label(span, "")).fix("remove the brackets"));
    }

    private static String names(Expression.MapOf map) {
        return String.join(", ", map.entries().stream().map(e -> e.key().text()).toList());
    }
}
