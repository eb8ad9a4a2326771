package mcnet.language.bind;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.DiagnosticCollector;
import mcnet.language.value.Scope;
import mcnet.model.KindName;
import mcnet.schema.Index;
import mcnet.schema.Kind;
import mcnet.schema.Namespace;

/**
 * Every name that a program of one cluster declares, found before anything refers to one: the order of the text never
 * matters. Seen from inside one project, or from outside of all (empty).
 *
 * @param index the kinds, which say where their names live
 * @param byProject project, then kind, then name; the project that all others share is empty
 * @param sharing projects that have no networks of their own
 * @param clusters every cluster of the program with the members that it declares
 * @param values names that stand for values in the program, which are no things
 * @param cluster the one that this is about; empty where the program names none
 */
public record SymbolTable(Index index, Map<String, Map<String, Map<String, Span>>> byProject, Set<String> sharing,
        Map<String, Set<String>> clusters, String cluster, String project, Scope values) {

    public static SymbolTable of(Index index, List<Item> items, Map<String, Set<String>> clusters, String cluster,
            Scope values, DiagnosticCollector findings) {
        SymbolTable names = new SymbolTable(index, new LinkedHashMap<>(), new LinkedHashSet<>(), clusters, cluster, "",
                values);
        names.collect(items, findings);
        return names;
    }

    /** The same names, seen from inside a project. */
    public SymbolTable in(String inside) {
        return new SymbolTable(index, byProject, sharing, clusters, cluster, inside, values);
    }

    /** What is wrong with a word that was meant for a value of the program; empty where none is called so. */
    public Optional<Diagnostic> value(String word, Span span) {
        int dot = word.indexOf('.');
        if (dot < 0)
            return values.find(word).map(_ -> UnknownNames.hidden(word, span));
        return values.find(word.substring(0, dot)).filter(b -> b.value() instanceof Expression.MapOf)
                .map(b -> UnknownNames.element(word, (Expression.MapOf) b.value(), span));
    }

    private void collect(List<Item> items, DiagnosticCollector findings) {
        for (Item item : items) {
            switch (item) {
                case Item.Declaration d -> collect(d, findings);
                case Item.Broken b -> findings.doubtNames(b.words());
                default -> {}
            }
        }
    }

    private void collect(Item.Declaration declaration, DiagnosticCollector findings) {
        String kind = declaration.kind().text();
        Optional<String> name = name(declaration.head());
        if (!kind.equals(KindName.GRANT))
            name.ifPresent(
                    n -> byProject
                            .computeIfAbsent(namespace(kind) == Namespace.CLUSTER ? "" : project,
                                    _ -> new LinkedHashMap<>())
                            .computeIfAbsent(kind, _ -> new LinkedHashMap<>())
                            .putIfAbsent(n, declaration.kind().span().to(declaration.head().span())));
        SymbolTable inside = kind.equals(KindName.PROJECT) && name.isPresent() ? in(name.get()) : this;
        if (inside != this && declaration.body().filter(this::shares).isPresent()) sharing.add(name.get());
        declaration.body().ifPresent(body -> inside.collect(body.items(), findings));
    }

    /** Whether the body of a project says {@code networks = shared}. */
    private boolean shares(Body project) {
        return project.items().stream().anyMatch(item -> item instanceof Item.Attribute(Name key, Expression value, _)
                && key.text().equals("networks") && isShared(value));
    }

    private boolean isShared(Expression value) {
        return switch (value) {
            case Expression.Text(String text, Span _) -> text.equals("shared");
            case Expression.Word(String text, Span _) -> text.equals("shared")
                    || values.find(text).filter(b -> b.value() instanceof Expression.Text(String t, Span _)
                            && t.equals("shared")).isPresent();
            default -> false;
        };
    }

    /** The project whose networks and ACLs are named here; empty: the one that all share. */
    public String networks() {
        return sharing.contains(project) ? "" : project;
    }

    /** The name a declaration goes by; empty where its head is not one. */
    public static Optional<String> name(Expression head) {
        return switch (head) {
            case Expression.Word(String text, Span _) -> Optional.of(text);
            case Expression.Text(String text, Span _) -> Optional.of(text);
            case Expression.Literal literal -> Optional.of(literal.text());
            default -> Optional.empty();
        };
    }

    /** It is declared and may be named from here. */
    boolean declares(String kind, String name) {
        return here(kind).containsKey(name);
    }

    public Collection<String> of(String kind) {
        return here(kind).keySet();
    }

    Optional<Span> at(String kind, String name) {
        return Optional.ofNullable(here(kind).get(name));
    }

    private Map<String, Span> here(String kind) {
        return in(switch (namespace(kind)) {
            case CLUSTER -> "";
            case NETWORKS -> networks();
            default -> project;
        }, kind);
    }

    private Namespace namespace(String kind) {
        return index.kind(kind).map(Kind::namespace).orElse(Namespace.PROJECT);
    }

    private Map<String, Span> in(String inside, String kind) {
        return byProject.getOrDefault(inside, Map.of()).getOrDefault(kind, Map.of());
    }

    /** A thing of another project, {@code acme.front}. */
    Optional<Span> elsewhereAt(String inside, String kind, String name) {
        return Optional.ofNullable(in(inside, kind).get(name));
    }

    boolean isProject(String name) {
        return declares(KindName.PROJECT, name);
    }

    public boolean isCluster(String name) {
        return clusters.containsKey(name);
    }

    /** A member of this cluster or of another one of the program. */
    public boolean isMember(String name) {
        return declares(KindName.MEMBER, name) || clusters.values().stream().anyMatch(m -> m.contains(name));
    }

    /** A project or the shared one where the name stands for a thing of that kind. */
    Optional<String> projectWith(String kind, String name) {
        return byProject.keySet().stream().filter(p -> in(p, kind).containsKey(name)).findFirst();
    }

    /** All that may be named in {@code on}. */
    public Set<String> places() {
        Set<String> places = new LinkedHashSet<>(of(KindName.MEMBER));
        clusters.forEach((name, members) -> {
            places.add(name);
            places.addAll(members);
        });
        return places;
    }

    /** Another kind that declares the name. */
    public Optional<Map.Entry<String, Span>> elsewhere(String name) {
        return byProject.values()
                .stream()
                .flatMap(kinds -> kinds.entrySet().stream())
                .filter(kind -> kind.getValue().containsKey(name))
                .map(kind -> Map.entry(kind.getKey(), kind.getValue().get(name)))
                .findFirst();
    }
}
