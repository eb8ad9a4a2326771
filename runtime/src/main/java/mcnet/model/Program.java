package mcnet.model;

import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;

/**
 * All that the files of one run say.
 *
 * @param name the owner of what is made, from {@code program NAME}; empty where no file says it
 * @param span where the name stands, or null
 * @param existing what others own: named, used, never changed; settings are facts that the user knows
 */
public record Program(String name, Span span, List<Declaration> declarations, List<Declaration> existing) {

    public Program {
        declarations = List.copyOf(declarations);
        existing = List.copyOf(existing);
    }

    /** A program that names nothing of others. */
    public Program(String name, Span span, List<Declaration> declarations) {
        this(name, span, declarations, List.of());
    }

    public Stream<Declaration> ofKind(String kind) {
        return declarations.stream().filter(d -> d.kind().name().equals(kind));
    }

    public Optional<Declaration> find(String kind, String name) {
        return ofKind(kind).filter(d -> d.name().equals(name)).findFirst();
    }

    public Stream<Declaration> existing(String kind) {
        return existing.stream().filter(d -> d.kind().name().equals(kind));
    }

    /** The clusters the program describes. */
    public List<Cluster> clusters() {
        return ofKind("cluster").map(Cluster::of).toList();
    }
}
