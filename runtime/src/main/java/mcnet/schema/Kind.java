package mcnet.schema;

import java.util.List;
import java.util.Optional;

/**
 * A kind of declaration and all that may stand in it: the only schema there is. A module declares it; the build writes
 * those of the shipped modules into an index, from which everything else reads.
 *
 * @param name the word that begins a declaration, {@code network}
 * @param doc what it is, in one sentence, and how it is written
 * @param server what its objects are on the server
 * @param roles what it is to others
 * @param module the class that manages it, or empty where it only describes the cluster
 * @param supported false: it belongs to the language and is checked, and no plan takes it yet
 */
public record Kind(String name, KindDoc doc, Placement placement, Contents contents, ServerObject server,
        KindRoles roles, String module, boolean supported) {

    /** It says where things are and how to reach them, and makes nothing. */
    public boolean describes() {
        return module.isEmpty() && supported;
    }

    public boolean named() {
        return placement.named();
    }

    public NamingRule naming() {
        return placement.naming();
    }

    public Namespace namespace() {
        return placement.namespace();
    }

    public List<Attribute> attributes() {
        return contents.attributes();
    }

    public List<Block> blocks() {
        return contents.blocks();
    }

    public List<StatementKinds> statements() {
        return contents.statements();
    }

    public List<PartKind> parts() {
        return contents.parts();
    }

    /** @param outer the kind around it, or empty for the program itself */
    public boolean mayStandIn(String outer) {
        return places().contains(outer);
    }

    /** The kinds it may stand in; an empty one is the program itself. */
    public List<String> places() {
        return placement.places();
    }

    public Optional<Attribute> attribute(String path) {
        return contents.attribute(path);
    }

    /** An attribute, or one of a part behind its name: {@code neighbor.tor1.address}. */
    public Optional<Attribute> field(String path) {
        return attribute(path)
                .or(() -> parts().stream().flatMap(part -> part.attribute(path).stream()).findFirst());
    }

    /** The attribute of a part that a key of the server stands for. */
    public Optional<Attribute> keyed(String key) {
        return parts().stream().flatMap(part -> part.keyed(key).stream()).findFirst();
    }

    /** An attribute that can be written as one. */
    public Optional<Attribute> writable(String path) {
        return attribute(path).filter(a -> !a.isStatement());
    }

    /** The attributes that can be written, in their order. */
    public List<Attribute> writable() {
        return attributes().stream().filter(a -> !a.isStatement()).toList();
    }

    public Optional<Block> block(String path) {
        return contents.block(path);
    }
}
