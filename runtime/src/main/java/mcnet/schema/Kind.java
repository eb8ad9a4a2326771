package mcnet.schema;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A kind of declaration and all that may stand in it: the only schema there is. A module declares it; the build writes
 * those of the shipped modules into an index, from which everything else reads.
 *
 * @param name the word that begins a declaration, {@code network}
 * @param within the kinds that it must stand in, with commas between them: {@code cluster} for {@code member}; an empty
 *        one is the program itself
 * @param named a declaration has a name; {@code ssh} has none
 * @param naming which names the server takes, or {@link NamingRule#ANY}
 * @param sentences what may stand in it beside attributes: rules, forwarded ports
 * @param module the class that manages it, or empty where it only describes the cluster
 * @param pending it belongs to the language, and nothing makes it on a cluster yet: it is checked, and no plan takes it
 * @param extension the server's API extension without which it has no such thing; empty: every server has it
 * @param parts the kinds inside of it that are keys of its own on the server
 */
public record Kind(String name, String doc, String within, boolean named, NamingRule naming, List<Attribute> attributes,
        List<Block> blocks, List<StatementKinds> sentences, String module, boolean pending,
        String extension, List<PartKind> parts) {

    public Kind {
        attributes = List.copyOf(attributes);
        blocks = List.copyOf(blocks);
        sentences = List.copyOf(sentences);
        parts = List.copyOf(parts);
    }

    public static Kind of(String name, String doc) {
        return new Kind(name, doc, "", true, NamingRule.ANY, List.of(), List.of(), List.of(), "", false, "", List.of());
    }

    public Kind within(String outer) {
        return new Kind(name, doc, outer, named, naming, attributes, blocks, sentences, module, pending, extension,
                parts);
    }

    public Kind unnamed() {
        return new Kind(name, doc, within, false, naming, attributes, blocks, sentences, module, pending, extension,
                parts);
    }

    public Kind naming(NamingRule rule) {
        return new Kind(name, doc, within, named, rule, attributes, blocks, sentences, module, pending, extension,
                parts);
    }

    public Kind with(Attribute attribute) {
        List<Attribute> more = new ArrayList<>(attributes);
        more.add(attribute);
        return new Kind(name, doc, within, named, naming, more, blocks, sentences, module, pending, extension, parts);
    }

    public Kind block(String path, String blockDoc, String... words) {
        List<Block> more = new ArrayList<>(blocks);
        more.add(new Block(path, blockDoc, List.of(words)));
        return new Kind(name, doc, within, named, naming, attributes, more, sentences, module, pending, extension,
                parts);
    }

    public Kind module(String className) {
        return new Kind(name, doc, within, named, naming, attributes, blocks, sentences, className, pending, extension,
                parts);
    }

    /** @param allowed what may stand in it beside attributes */
    public Kind says(StatementKinds... allowed) {
        return new Kind(name, doc, within, named, naming, attributes, blocks, List.of(allowed), module, pending,
                extension, parts);
    }

    /** It is read and checked, and no plan takes it yet. */
    public Kind unbuilt() {
        return new Kind(name, doc, within, named, naming, attributes, blocks, sentences, module, true, extension,
                parts);
    }

    /** @param apiExtension what a server that has the thing lists in {@code api_extensions} of {@code GET /1.0} */
    public Kind since(String apiExtension) {
        return new Kind(name, doc, within, named, naming, attributes, blocks, sentences, module, pending, apiExtension,
                parts);
    }

    /**
     * @param keys what its keys begin with before the part's name, {@code bgp.peers.}
     * @param kind the kind that stands inside of this one
     */
    public Kind part(String keys, Kind kind) {
        List<PartKind> more = new ArrayList<>(parts);
        more.add(new PartKind(keys, kind));
        return new Kind(name, doc, within, named, naming, attributes, blocks, sentences, module, pending, extension,
                more);
    }

    /** It says where things are and how to reach them, and makes nothing. */
    public boolean describes() {
        return module.isEmpty() && !pending;
    }

    /** @param outer the kind around it, or empty for the program itself */
    public boolean mayStandIn(String outer) {
        return places().contains(outer);
    }

    /** The kinds it may stand in; an empty one is the program itself. */
    public List<String> places() {
        return List.of(within.split(",", -1));
    }

    public Optional<Attribute> attribute(String path) {
        for (Attribute each : attributes) if (each.path().equals(path)) return Optional.of(each);
        return Optional.empty();
    }

    /** An attribute, or one of a part behind its name: {@code neighbor.tor1.address}. */
    public Optional<Attribute> field(String path) {
        return attribute(path)
                .or(() -> parts.stream().flatMap(part -> part.attribute(path).stream()).findFirst());
    }

    /** The attribute of a part that a key of the server stands for. */
    public Optional<Attribute> keyed(String key) {
        return parts.stream().flatMap(part -> part.keyed(key).stream()).findFirst();
    }

    /** An attribute that can be written as one. */
    public Optional<Attribute> writable(String path) {
        return attribute(path).filter(a -> !a.spoken());
    }

    /** The attributes that can be written, in their order. */
    public List<Attribute> writable() {
        return attributes.stream().filter(a -> !a.spoken()).toList();
    }

    public Optional<Block> block(String path) {
        for (Block each : blocks) if (each.path().equals(path)) return Optional.of(each);
        return Optional.empty();
    }
}
