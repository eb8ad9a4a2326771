package mcnet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of declaration and all that may stand in it: the only schema there is. A module declares it; the build writes
 * those of the shipped modules into an index, from which everything else reads.
 *
 * @param name the word that begins a declaration, {@code network}
 * @param within the kinds that it must stand in, with commas between them: {@code cluster} for {@code member}; empty:
 *        the program
 * @param named a declaration has a name; {@code ssh} has none
 * @param naming which names the server takes, or {@link Naming#ANY}
 * @param module the class that manages it, or empty where it only describes the cluster
 */
public record Kind(String name, String doc, String within, boolean named, Naming naming, List<Attribute> attributes,
        List<Block> blocks, String module) {

    public Kind {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
    }

    public static Kind of(String name, String doc) {
        return new Kind(name, doc, "", true, Naming.ANY, List.of(), List.of(), "");
    }

    public Kind within(String outer) {
        return new Kind(name, doc, outer, named, naming, attributes, blocks, module);
    }

    public Kind unnamed() {
        return new Kind(name, doc, within, false, naming, attributes, blocks, module);
    }

    public Kind naming(Naming rule) {
        return new Kind(name, doc, within, named, rule, attributes, blocks, module);
    }

    public Kind with(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(attribute);
        return new Kind(name, doc, within, named, naming, more, blocks, module);
    }

    public Kind block(String path, String blockDoc, String... words) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block(path, blockDoc, List.of(words)));
        return new Kind(name, doc, within, named, naming, attributes, more, module);
    }

    public Kind module(String className) {
        return new Kind(name, doc, within, named, naming, attributes, blocks, className);
    }

    /** @param outer the kind around it, or empty for the program itself */
    public boolean mayStandIn(String outer) {
        return within.isEmpty() ? outer.isEmpty() : List.of(within.split(",")).contains(outer);
    }

    public Optional<Attribute> attribute(String path) {
        return attributes.stream().filter(a -> a.path().equals(path)).findFirst();
    }

    public Optional<Block> block(String path) {
        return blocks.stream().filter(b -> b.path().equals(path)).findFirst();
    }
}
