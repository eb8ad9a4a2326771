package mcnet.model;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;
import java.util.stream.Stream;
import mcnet.diagnostic.Span;

/** All that the files of one run say; a declaration is found without a look at the others. */
public final class Program {

    private final String name;
    private final Span span;
    private final List<Declaration> declarations;
    private final List<Declaration> existing;
    private final List<Flow> flows;
    private final List<Expectation> expectations;
    private final Map<String, Map<String, Declaration>> byKind = new HashMap<>();

    /**
     * @param name the owner of what is made, from {@code program NAME}; empty where no file says it
     * @param span where the name stands, or null
     * @param existing what others own: named, used, never changed; settings are facts that the user knows
     */
    public Program(String name, Span span, List<Declaration> declarations, List<Declaration> existing,
            List<Flow> flows, List<Expectation> expectations) {
        this.name = name;
        this.span = span;
        this.declarations = List.copyOf(declarations);
        this.existing = List.copyOf(existing);
        this.flows = List.copyOf(flows);
        this.expectations = List.copyOf(expectations);
        for (Declaration each : declarations)
            byKind.computeIfAbsent(each.kind().name(), _ -> new HashMap<>()).putIfAbsent(each.name(), each);
    }

    public String name() {
        return name;
    }

    public Span span() {
        return span;
    }

    public List<Declaration> declarations() {
        return declarations;
    }

    public List<Declaration> existing() {
        return existing;
    }

    /** Intents, one sentence each. */
    public List<Flow> flows() {
        return flows;
    }

    /** Who is to reach whom. */
    public List<Expectation> expectations() {
        return expectations;
    }

    /** Every declaration of this program, wherever it stands: also inside of what others own. */
    public void each(Consumer<Declaration> action) {
        for (Declaration declaration : declarations) declaration.each(action);
        for (Declaration others : existing) for (Declaration own : others.nested()) own.each(action);
    }

    /** The projects that the program makes and those of others that it has something in. */
    public Stream<Declaration> projects() {
        return Stream.concat(ofKind(KindName.PROJECT), existing(KindName.PROJECT));
    }

    public Stream<Declaration> ofKind(String kind) {
        return declarations.stream().filter(d -> d.kind().name().equals(kind));
    }

    /** Those of one kind wherever they stand: in the program, in projects, in other declarations. */
    public Stream<Declaration> all(String kind) {
        Stream.Builder<Declaration> found = Stream.builder();
        each(d -> {
            if (d.kind().name().equals(kind)) found.add(d);
        });
        return found.build();
    }

    public Optional<Declaration> find(String kind, String name) {
        return Optional.ofNullable(byKind.getOrDefault(kind, Map.of()).get(name));
    }

    /** The same program under another name. */
    public Program called(String other) {
        return new Program(other, span, declarations, existing, flows, expectations);
    }

    /** The same program on the same clusters, with nothing left that it wants. */
    public Program emptied() {
        return new Program(name, span, declarations.stream().filter(d -> d.kind().describes()).toList(),
                existing.stream().map(Declaration::emptied).toList(), List.of(), List.of());
    }

    /**
     * Something that may be named, this program's or another's.
     *
     * @param project the project from which it is named
     * @param name {@code acme.front} where it is one of another project
     */
    public Optional<Declaration> named(String kind, String project, String name) {
        int dot = name.indexOf('.');
        boolean elsewhere = dot > 0 && project(name.substring(0, dot)).isPresent();
        String in = elsewhere ? name.substring(0, dot) : project;
        String called = elsewhere ? name.substring(dot + 1) : name;
        if (in.isEmpty() && find(kind, called).isPresent()) return find(kind, called);
        return Stream.concat(in.isEmpty()
                ? Stream.empty()
                : project(in).stream().flatMap(p -> p.nested(kind)), existing(kind))
                .filter(d -> d.name().equals(called)).findFirst();
    }

    private Optional<Declaration> project(String called) {
        return projects().filter(p -> p.name().equals(called)).findFirst();
    }

    public Stream<Declaration> existing(String kind) {
        return existing.stream().filter(d -> d.kind().name().equals(kind));
    }

    /** The clusters the program describes. */
    public List<ClusterConnection> clusters() {
        return ofKind(KindName.CLUSTER).map(ClusterConnection::of).toList();
    }
}
