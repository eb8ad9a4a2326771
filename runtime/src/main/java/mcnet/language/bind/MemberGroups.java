package mcnet.language.bind;

import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.grammar.tree.Body;
import mcnet.grammar.tree.Expression;
import mcnet.grammar.tree.Item;
import mcnet.language.read.ScalarTypes;
import mcnet.model.KindName;

/** Groups of members, {@code groups = [gpu]}, as {@code on gpu { … }} takes them. */
public record MemberGroups(Map<String, Set<String>> members) {

    public static MemberGroups of(List<Item> items) {
        Map<String, Set<String>> groups = new LinkedHashMap<>();
        for (Item item : items)
            if (item instanceof Item.Declaration cluster && cluster.kind().text().equals(KindName.CLUSTER))
                for (Item inner : cluster.body().map(Body::items).orElse(List.of()))
                    if (inner instanceof Item.Declaration member && member.kind().text().equals(KindName.MEMBER))
                        SymbolTable.name(member.head()).ifPresent(name -> add(name, member, groups));
        return new MemberGroups(groups);
    }

    private static void add(String name, Item.Declaration member, Map<String, Set<String>> groups) {
        for (Item item : member.body().map(Body::items).orElse(List.of()))
            if (item instanceof Item.Attribute a && a.key().text().equals("groups")
                    && a.value() instanceof Expression.ListOf list)
                for (Expression each : list.elements())
                    if (ScalarTypes.text(each) != null)
                        groups.computeIfAbsent(ScalarTypes.text(each), _ -> new LinkedHashSet<>()).add(name);
    }

    public boolean has(String group) {
        return members.containsKey(group);
    }

    public Set<String> of(String group) {
        return members.getOrDefault(group, Set.of());
    }
}
