package mcnet.grammar.tree;

import java.util.List;
import mcnet.diagnostic.Span;

/** A whole source. */
public record SourceFile(List<Item> items, Span span) implements Node {

    public SourceFile {
        items = List.copyOf(items);
    }
}
