package mcnet.grammar.tree;

import java.util.List;
import mcnet.diagnostic.Span;

/** A whole source. */
public record File(List<Item> items, Span span) implements Node {

    public File {
        items = List.copyOf(items);
    }
}
