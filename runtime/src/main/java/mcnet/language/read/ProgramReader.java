package mcnet.language.read;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.diagnostic.Suggestion;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.grammar.tree.StatementNode;
import mcnet.language.DiagnosticCollector;
import mcnet.language.bind.DeclarationNames;
import mcnet.language.bind.MemberGroups;
import mcnet.language.bind.SymbolTable;
import mcnet.language.print.ExpressionText;
import mcnet.model.Declaration;
import mcnet.model.Enclosure;
import mcnet.model.Expectation;
import mcnet.model.Flow;
import mcnet.model.KindName;
import mcnet.schema.Index;
import mcnet.schema.Kind;
import mcnet.schema.NamingRule;

/** Items that stand outside of all declarations, and what every declaration has in common: kind, name, place. */
public final class ProgramReader {
    /** Words of the language that a block begins with, and nothing else. */
    private static final List<String> BLOCKS = List.of("else", "expect");

    final Index index;
    final SymbolTable names;
    final DiagnosticCollector findings;
    final ServiceDefinitions services;
    final MemberGroups groups;
    /** The names of a network's pools, by the place inside of it. */
    final Map<Enclosure, Set<String>> pools = new HashMap<>();
    private final Map<List<Object>, Span> declared = new HashMap<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Declaration> existing = new ArrayList<>();
    private final List<Flow> flows = new ArrayList<>();
    private final List<Expectation> expectations = new ArrayList<>();

    public ProgramReader(Index index, SymbolTable names, List<Item> items, DiagnosticCollector findings) {
        this.index = index;
        this.names = names;
        this.findings = findings;
        this.services = new ServiceDefinitions(items, findings);
        this.groups = MemberGroups.of(items);
        for (Item item : items)
            read(item);
    }

    public List<Declaration> declarations() {
        return declarations;
    }

    /** What others own. */
    public List<Declaration> existing() {
        return existing;
    }

    public List<Flow> flows() {
        return flows;
    }

    public List<Expectation> expectations() {
        return expectations;
    }

    StatementReader sentences(String project) {
        return new StatementReader(names.in(project), services, findings);
    }

    private void read(Item item) {
        switch (item) {
            case Item.Program _,Item.Broken _ -> {}
            case Item.Declaration d ->
                declaration(d, "", Enclosure.PROGRAM).ifPresent(d.existing() ? existing::add : declarations::add);
            case Item.Attribute a -> findings.add(outside(a.key(), "an attribute"));
            case Item.Block b -> block(b);
            case Item.Expect e -> expectations.addAll(sentences("").expectations(e.claims()));
            case Item.Statement(StatementNode.Naming _, Span _) -> {}
            case Item.Statement(StatementNode.Flow f, Span _) -> sentences("").flow(f).ifPresent(flows::add);
            case Item.Statement(StatementNode.Peer p, Span _) ->
                new PeerDeclarations(this).peer(p).ifPresent(declarations::add);
            default -> findings.add(MisplacedItems.outside(item));
        }
    }

    /** Whether nothing else of this kind has the name. */
    boolean isNew(String outer, Enclosure inside, String kind, String name, Span span) {
        return isNew(outer, inside, kind, name, span, false);
    }

    /** @param others whether it is declared as existing */
    private boolean isNew(String outer, Enclosure inside, String kind, String name, Span span, boolean others) {
        Span first = declared.putIfAbsent(List.of(outer, inside.project(), inside.outer(), kind, name), span);
        boolean before = existing.stream().anyMatch(d -> d.kind().name().equals(kind) && d.name().equals(name));
        if (first != null)
            findings.add(Diagnostic.error("MC0262", kind + " " + name + " already exists",
                    new Label(span, others && !before ? "declared again here, as existing" : "declared again here"),
                    new Label(first, before && !others ? "first declared here, as existing" : "first declared here"))
                    .why(others == before
                            ? "a name must refer to one object; with two it would not be clear which one is meant"
                            : "a program manages what it declares, and does not change what it declares as existing")
                    .fix(others == before
                            ? twice(kind)
                            : "remove `existing " + kind + " " + name + "`, or the other declaration"));
        return first == null;
    }

    private String twice(String kind) {
        return switch (index.kind(kind).map(Kind::naming).orElse(NamingRule.ANY)) {
            case ADDRESS -> "merge them into one";
            default -> kind.equals(KindName.PEER)
                    ? "remove one of them"
                    : "rename one of them, or remove one";
        };
    }

    private void block(Item.Block block) {
        String word = block.key().text();
        Optional<Kind> kind = index.kind(word);
        if (kind.isPresent() && !kind.get().named())
            findings.add(BodyErrors.misplaced(kind.get(), block.key().span()));
        else if (kind.isEmpty())
            findings.add(outside(block.key(), "a block"));
        else
            findings.add(Diagnostic.error("MC0260", ExpressionText.article(word) + " needs a name",
                    new Label(block.key().span(), "")).why("other objects refer to it by its name")
                    .fix("write " + word + " " + ExpressionText.head(kind.get()) + " { … }"));
    }

    private static Diagnostic outside(Name key, String what) {
        return Diagnostic.error("MC0261", key.text() + " must be inside a declaration",
                new Label(key.span(), "")).why(what + " applies to the declaration around it")
                .fix(Suggestion.to(key.text(), BLOCKS).map(n -> "did you mean " + n + "?").orElse("move it into one"));
    }

    /**
     * @param outer the kind of the declaration around, or empty
     */
    Optional<Declaration> declaration(Item.Declaration item, String outer, Enclosure inside) {
        Span span = item.kind().span().to(item.head().span());
        Optional<Kind> kind = kind(item.kind(), span, outer);
        if (kind.isEmpty())
            return Optional.empty();
        if (item.existing() && (!outer.isEmpty() || kind.get().describes())) {
            findings.add(Diagnostic.error("MC0267", outer.isEmpty()
                    ? ExpressionText.article(kind.get().name()) + " cannot be declared as existing"
                    : "`existing` must be outside of all declarations", new Label(span, ""))
                    .why("it refers to an object on the cluster that this program does not change")
                    .fix(outer.isEmpty() ? "remove `existing`" : "move it out"));
            return Optional.empty();
        }
        Optional<String> name = new DeclarationNames(names.in(inside.project()), findings).name(item, kind.get());
        if (name.isEmpty() || !isNew(outer, inside, kind.get().name(), name.get(), span, item.existing()))
            return Optional.empty();
        DeclarationReader reader = new DeclarationReader(this, kind.get(), name.get(), span, inside);
        return Optional.of(item.existing()
                ? reader.facts(item.body().orElse(new Body(List.of(), span)))
                : reader.read(item.body().get()));
    }

    private Optional<Kind> kind(Name word, Span span, String outer) {
        Optional<Kind> kind = index.kind(word.text());
        if (kind.isEmpty()) {
            boolean block = index.kind(outer).flatMap(k -> k.block(word.text())).isPresent();
            findings.add(block ? DeclarationNames.nameless(word.text(), span) : unknownKind(word));
            return Optional.empty();
        }
        if (kind.get().mayStandIn(outer))
            return kind;
        boolean free = kind.get().mayStandIn("");
        String within = BodyErrors.places(kind.get());
        findings.add(Diagnostic.error("MC0263", free
                ? ExpressionText.article(word.text()) + " cannot be inside " + ExpressionText.article(outer)
                : ExpressionText.article(word.text()) + " must be in " + ExpressionText.article(within),
                new Label(span, ""))
                .why(free ? "it belongs to the program as a whole" : "it is a part of that declaration only")
                .fix(free ? "move it out" : "move it into the " + within));
        return Optional.empty();
    }

    private Diagnostic unknownKind(Name word) {
        Diagnostic error = Diagnostic.error("MC0264", "unknown kind of declaration `" + word.text() + "`",
                new Label(word.span(), ""));
        Optional<String> nearest = Suggestion.to(word.text(), Stream.concat(index.kinds().keySet().stream(),
                Stream.of("on")).toList());
        if (nearest.isPresent())
            return error.why("a declaration must begin with a known kind")
                    .fix("did you mean " + nearest.get() + "?");
        List<String> free = index.kinds().values().stream().filter(k -> k.mayStandIn("")).map(Kind::name).toList();
        return error.why("your own kinds need a module (code), which mcnet loads only if you give its folder")
                .fix("write one of: " + String.join(", ", free) + "; or give the module's folder: --modules DIR");
    }
}
