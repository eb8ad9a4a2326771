package mcnet.lang;

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
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.model.Declaration;
import mcnet.schema.Index;
import mcnet.schema.Kind;

/** Items that stand outside of all declarations, and what every declaration has in common: kind, name, place. */
final class ProgramReader {
    final Index index;
    final Names names;
    final Findings findings;
    final Judge judge;
    private final Map<List<String>, Span> declared = new HashMap<>();
    private final List<Declaration> declarations = new ArrayList<>();
    private final List<Declaration> existing = new ArrayList<>();

    ProgramReader(Index index, Names names, Findings findings) {
        this.index = index;
        this.names = names;
        this.findings = findings;
        this.judge = new Judge(names, findings);
    }

    List<Declaration> declarations(List<Item> items) {
        for (Item item : items)
            read(item);
        return declarations;
    }

    /** What others own, once {@link #declarations} has read it. */
    List<Declaration> existing() {
        return existing;
    }

    private void read(Item item) {
        switch (item) {
            case Item.Program _,Item.Broken _ -> {}
            case Item.Declaration d ->
                declaration(d, "", "").ifPresent(d.existing() ? existing::add : declarations::add);
            case Item.Attribute a -> findings.add(outside(a.key(), "an attribute"));
            case Item.Block b -> block(b);
            default -> findings.add(Later.error(Unbuilt.title(item), Unbuilt.head(item)));
        }
    }

    private void block(Item.Block block) {
        String word = block.key().text();
        Optional<Kind> kind = index.kind(word);
        if (kind.isPresent() && !kind.get().named())
            findings.add(BodyReader.misplaced(kind.get(), block.key().span()));
        else if (kind.isEmpty())
            findings.add(outside(block.key(), "a block"));
        else
            findings.add(Diagnostic.error("MC0260", Phrases.article(word) + " needs a name",
                    new Label(block.key().span(), "")).fix("write " + word + " NAME { … }"));
    }

    private static Diagnostic outside(Name key, String what) {
        return Diagnostic.error("MC0261", key.text() + " stands outside of all declarations",
                new Label(key.span(), "")).why(what + " says something of the declaration around it")
                .fix("move it into one");
    }

    /** @param outer kind and name of the declaration around, or empty */
    Optional<Declaration> declaration(Item.Declaration item, String outer, String outerName) {
        Span span = item.kind().span().to(item.head().span());
        Optional<Kind> kind = kind(item.kind(), span, outer);
        if (kind.isEmpty())
            return Optional.empty();
        if (item.existing() && (!outer.isEmpty() || kind.get().module().isEmpty())) {
            findings.add(Diagnostic.error("MC0267", outer.isEmpty()
                    ? Phrases.article(kind.get().name()) + " is nothing that another program could own"
                    : "`existing` stands outside of all declarations", new Label(span, ""))
                    .why("it names what is on the cluster and not this program's to change")
                    .fix(outer.isEmpty() ? "take `existing` out" : "move it out"));
            return Optional.empty();
        }
        Optional<String> name = name(item, kind.get());
        if (name.isEmpty())
            return Optional.empty();
        Span first = declared.putIfAbsent(List.of(outer, outerName, kind.get().name(), name.get()), span);
        if (first != null) {
            findings.add(Diagnostic.error("MC0262", kind.get().name() + " " + name.get() + " is declared twice",
                    new Label(span, "declared again here"), new Label(first, "first declared here"))
                    .fix("give one of them another name, or take one out"));
            return Optional.empty();
        }
        BodyReader reader = new BodyReader(this, kind.get(), name.get(), span);
        return Optional.of(item.existing()
                ? reader.facts(item.body().orElse(new Body(List.of(), span)))
                : reader.read(item.body().get()));
    }

    private Optional<Kind> kind(Name word, Span span, String outer) {
        Optional<Kind> kind = index.kind(word.text());
        if (kind.isEmpty()) {
            findings.add(Later.WORDS.contains(word.text())
                    ? Later.error("`" + word.text() + "`", span)
                    : unknownKind(word));
            return Optional.empty();
        }
        boolean hoisted = outer.equals("cluster") && kind.get().within().isEmpty();
        if (hoisted || kind.get().mayStandIn(outer))
            return kind;
        String within = kind.get().within().replace(",", " or ");
        findings.add(Diagnostic.error("MC0263", within.isEmpty()
                ? Phrases.article(word.text()) + " stands by itself, not in " + Phrases.article(outer)
                : Phrases.article(word.text()) + " stands in " + Phrases.article(within), new Label(span, ""))
                .fix(within.isEmpty() ? "move it out" : "move it into the " + within));
        return Optional.empty();
    }

    private Diagnostic unknownKind(Name word) {
        List<String> known = Stream.concat(index.kinds().keySet().stream(), Later.words().stream()).toList();
        return Diagnostic.error("MC0264", "`" + word.text() + "` is no kind of declaration", new Label(word.span(), ""))
                .fix(Nearest.to(word.text(), known)
                        .map(n -> "did you mean " + n + "?")
                        .orElse("write one of: " + String.join(", ", index.kinds().keySet())));
    }

    private Optional<String> name(Item.Declaration item, Kind kind) {
        Span span = item.head().span();
        if (!kind.named()) {
            findings.add(Diagnostic.error("MC0265", kind.name() + " has no name", new Label(span, ""))
                    .fix("write " + kind.name() + " { … }"));
            return Optional.empty();
        }
        Optional<String> name = Names.name(item.head());
        if (name.isEmpty() && !(item.head() instanceof Expression.Broken))
            findings.add(Diagnostic.error("MC0266", Phrases.of(item.head()) + " is no name for "
                    + Phrases.article(kind.name()), new Label(span, ""))
                    .fix("write " + kind.name() + " NAME { … }"));
        if (name.isEmpty())
            findings.doubtNames(Set.of(item.head().span().text()));
        return name;
    }
}
