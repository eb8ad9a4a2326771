package mcnet.lang;

import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;

/** Every name that the program declares, found before anything refers to one: the order of the text never matters. */
final class Names {
    private final Map<String, Map<String, Span>> byKind = new LinkedHashMap<>();

    static Names of(List<Item> items, Findings findings) {
        Names names = new Names();
        names.collect(items, findings);
        return names;
    }

    private void collect(List<Item> items, Findings findings) {
        for (Item item : items) {
            switch (item) {
                case Item.Declaration d -> collect(d, findings);
                case Item.Broken b -> findings.doubtNames(b.words());
                default -> {}
            }
        }
    }

    private void collect(Item.Declaration declaration, Findings findings) {
        name(declaration.head()).ifPresent(name -> byKind
                .computeIfAbsent(declaration.kind().text(), _ -> new LinkedHashMap<>())
                .putIfAbsent(name, declaration.kind().span().to(declaration.head().span())));
        declaration.body().ifPresent(body -> collect(body.items(), findings));
    }

    /** The name a declaration goes by; empty where its head is not one. */
    static Optional<String> name(Expression head) {
        return switch (head) {
            case Expression.Word(String text, Span _) -> Optional.of(text);
            case Expression.Text(String text, Span _) -> Optional.of(text);
            default -> Optional.empty();
        };
    }

    boolean declares(String kind, String name) {
        return byKind.getOrDefault(kind, Map.of()).containsKey(name);
    }

    Collection<String> of(String kind) {
        return byKind.getOrDefault(kind, Map.of()).keySet();
    }

    /** Another kind that declares the name. */
    Optional<Map.Entry<String, Span>> elsewhere(String name) {
        return byKind.entrySet()
                .stream()
                .filter(kind -> kind.getValue().containsKey(name))
                .map(kind -> Map.entry(kind.getKey(), kind.getValue().get(name)))
                .findFirst();
    }
}
