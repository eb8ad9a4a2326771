package mcnet.language.expand;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Item;
import mcnet.grammar.tree.Name;
import mcnet.language.bind.SymbolTable;
import mcnet.model.KindName;
import mcnet.schema.Index;
import mcnet.schema.Kind;

/**
 * A program of several clusters as one program for each: what stands outside of them is everyone's, {@code on CLUSTER}
 * becomes part of the declaration around it, and what a cluster's block declares is that cluster's alone.
 *
 * @param clusters every cluster with its members, in the order of the text
 */
public record ClusterPrograms(List<Item> items, Map<String, Set<String>> clusters, Index index) {

    public static ClusterPrograms of(List<Item> items, Index index) {
        Map<String, Set<String>> clusters = new LinkedHashMap<>();
        for (Item item : items)
            if (item instanceof Item.Declaration d && isCluster(d))
                SymbolTable.name(d.head()).ifPresent(name -> clusters.computeIfAbsent(name, _ -> new LinkedHashSet<>())
                        .addAll(members(d)));
        return new ClusterPrograms(items, clusters, index);
    }

    private static boolean isCluster(Item.Declaration declaration) {
        return declaration.kind().text().equals(KindName.CLUSTER) && !declaration.existing();
    }

    private static List<String> members(Item.Declaration cluster) {
        return cluster.body().map(Body::items).orElse(List.of()).stream()
                .filter(i -> i instanceof Item.Declaration d && d.kind().text().equals(KindName.MEMBER))
                .flatMap(i -> SymbolTable.name(((Item.Declaration) i).head()).stream()).toList();
    }

    /** The program of one cluster. */
    public List<Item> of(String cluster) {
        List<Item> stamped = new ArrayList<>();
        for (Item item : items)
            if (!(item instanceof Item.Declaration d) || !isCluster(d))
                stamped.add(stamp(item, cluster));
            else if (SymbolTable.name(d.head()).filter(n -> !n.equals(cluster) && clusters.containsKey(n)).isEmpty())
                cluster(d, cluster, stamped);
        return stamped;
    }

    /** The cluster itself with what describes it; all else in its block stands beside it then. */
    private void cluster(Item.Declaration declaration, String cluster, List<Item> into) {
        List<Item> own = new ArrayList<>();
        List<Item> beside = new ArrayList<>();
        for (Item item : declaration.body().map(Body::items).orElse(List.of()))
            (belongs(item) ? own : beside).add(stamp(item, cluster));
        into.add(new Item.Declaration(declaration.existing(), declaration.kind(), declaration.head(),
                declaration.body().map(b -> new Body(own, b.span())), declaration.span()));
        into.addAll(beside);
    }

    private boolean belongs(Item item) {
        return switch (item) {
            case Item.Declaration d ->
                isCluster(d) || index.kind(d.kind().text()).filter(ClusterPrograms::isOfProgram).isEmpty();
            case Item.Statement _,Item.Expect _ -> false;
            default -> true;
        };
    }

    private static boolean isOfProgram(Kind kind) {
        return kind.mayStandIn("");
    }

    private Item stamp(Item item, String cluster) {
        return item instanceof Item.Declaration d && d.body().isPresent()
                ? new Item.Declaration(d.existing(), d.kind(), d.head(),
                        Optional.of(merged(d.body().get(), cluster)), d.span())
                : item;
    }

    private Body merged(Body body, String cluster) {
        List<Item> items = new ArrayList<>();
        List<Item> special = new ArrayList<>();
        for (Item item : body.items())
            if (item instanceof Item.On on && on.names().stream().anyMatch(n -> clusters.containsKey(n.text())))
                exception(on, cluster, items, special);
            else
            items.add(stamp(item, cluster));
        for (Item item : special)
            put(stamp(item, cluster), items);
        return new Body(items, body.span());
    }

    private void exception(Item.On on, String cluster, List<Item> items, List<Item> special) {
        if (on.names().stream().anyMatch(n -> n.text().equals(cluster)))
            special.addAll(on.body().items());
        List<Name> others = on.names().stream().filter(n -> !clusters.containsKey(n.text())).toList();
        if (!others.isEmpty())
            items.add(new Item.On(others, on.body(), on.span()));
    }

    /** Attributes replace, blocks merge, all else is added. */
    private static void put(Item item, List<Item> into) {
        String key = key(item);
        for (int i = 0; i < into.size() && !key.isEmpty(); i++) {
            if (!key(into.get(i)).equals(key))
                continue;
            into.set(i, joined(into.get(i), item));
            return;
        }
        into.add(item);
    }

    private static Item joined(Item rule, Item exception) {
        if (rule instanceof Item.Block r && exception instanceof Item.Block e)
            return new Item.Block(r.key(), joined(r.body(), e.body()), r.span());
        if (rule instanceof Item.On r && exception instanceof Item.On e)
            return new Item.On(r.names(), joined(r.body(), e.body()), r.span());
        return exception;
    }

    private static Body joined(Body rule, Body exception) {
        List<Item> items = new ArrayList<>(rule.items());
        exception.items().forEach(item -> put(item, items));
        return new Body(items, rule.span());
    }

    /** What an exception replaces; empty: nothing. */
    private static String key(Item item) {
        return switch (item) {
            case Item.Attribute a -> a.key().text();
            case Item.Block b -> b.key().text();
            case Item.On o -> "on " + o.names().stream().map(Name::text).toList();
            default -> "";
        };
    }
}
