package mcnet.preseed;

import java.util.List;
import java.util.Optional;
import java.util.regex.Pattern;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression.Form;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.print.ItemText;

/** Items of the language that were said in another text, whose places they keep. */
final class SyntheticItems {
    private static final Pattern FOUR = Pattern.compile("[0-9]+(\\.[0-9]+)+");
    private static final Pattern SIX = Pattern.compile("[0-9a-fA-F:]*:[0-9a-fA-F:.]*");

    private SyntheticItems() {}

    static Item attribute(String key, PreseedValue value) {
        return new Item.Attribute(new Name(key, false, value.span()), value(value), value.span());
    }

    static Item attribute(String key, Expression value) {
        return new Item.Attribute(new Name(key, false, value.span()), value, value.span());
    }

    static Item block(String key, List<Item> items, Span span) {
        return new Item.Block(new Name(key, false, span), new Body(items, span), span);
    }

    static Item declaration(boolean existing, String kind, PreseedValue name, List<Item> items) {
        Span span = name.span();
        return new Item.Declaration(existing, new Name(kind, false, span), word(name),
                Optional.of(new Body(items, span)), span);
    }

    static Item on(List<PreseedValue> names, List<Item> items) {
        Span span = names.getFirst().span();
        return new Item.On(names.stream().map(n -> new Name(n.text(), !ItemText.isWord(n.text()), n.span())).toList(),
                new Body(items, span), span);
    }

    static Expression list(List<PreseedValue> values, Span span) {
        return new Expression.ListOf(values.stream().map(SyntheticItems::value).toList(), span);
    }

    /** A word where it can be written as one, else a text. */
    static Expression word(PreseedValue said) {
        return ItemText.isWord(said.text())
                ? new Expression.Word(said.text(), said.span())
                : new Expression.Text(said.text(), said.span());
    }

    /** What looks like an address is judged as one later. */
    static Expression value(PreseedValue said) {
        Optional<Form> form = form(said.text());
        return form.isPresent() ? new Expression.Literal(form.get(), said.text(), said.span()) : word(said);
    }

    private static Optional<Form> form(String text) {
        String[] ends = text.split("-", -1);
        if (ends.length == 2)
            return looks(ends[0], FOUR) && looks(ends[1], FOUR)
                    ? Optional.of(Form.RANGE4)
                    : looks(ends[0], SIX) && looks(ends[1], SIX) ? Optional.of(Form.RANGE6) : Optional.empty();
        String[] parts = text.split("/", -1);
        boolean net = parts.length == 2 && parts[1].matches("\\d{1,9}");
        if (parts.length > 1 && !net) return Optional.empty();
        if (looks(parts[0], FOUR)) return Optional.of(net ? Form.NET4 : Form.ADDRESS4);
        if (looks(parts[0], SIX)) return Optional.of(net ? Form.NET6 : Form.ADDRESS6);
        return Optional.empty();
    }

    private static boolean looks(String text, Pattern pattern) {
        return pattern.matcher(text).matches();
    }
}
