package mcnet.lang;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.grammar.tree.Item;

/** Blueprints by the names under which a text may use them: its own, and those of what it imports, {@code vpc.segment}. */
final class Library {

    /** @param home the library that the blueprint itself may use */
    record Entry(Item.Blueprint blueprint, Library home) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** What had the name before, if anything; it keeps it. */
    Optional<Entry> put(String name, Entry entry) {
        return Optional.ofNullable(entries.putIfAbsent(name, entry));
    }

    void addAll(String prefix, Library other) {
        other.entries.forEach((name, entry) -> {
            if (name.indexOf('.') < 0)
                entries.putIfAbsent(prefix + "." + name, entry);
        });
    }

    Set<String> names() {
        return entries.keySet();
    }
}
