package mcnet.grammar.tree;

import java.util.List;
import mcnet.diagnostic.Span;

/** What stands between two braces. */
public record Body(List<Item> items, Span span) implements Node {

    public Body {
        items = List.copyOf(items);
    }
}
