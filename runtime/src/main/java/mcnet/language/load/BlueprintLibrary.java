package mcnet.language.load;

import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import mcnet.grammar.tree.Item;

/** Blueprints by the names under which a text may use them: its own, and those of what it imports, {@code vpc.segment}. */
public final class BlueprintLibrary {

    /** @param home the library that the blueprint itself may use */
    public record Entry(Item.Blueprint blueprint, BlueprintLibrary home) {}

    private final Map<String, Entry> entries = new LinkedHashMap<>();

    public Optional<Entry> find(String name) {
        return Optional.ofNullable(entries.get(name));
    }

    /** What had the name before, if anything; it keeps it. */
    Optional<Entry> put(String name, Entry entry) {
        return Optional.ofNullable(entries.putIfAbsent(name, entry));
    }

    void addAll(String prefix, BlueprintLibrary other) {
        other.entries.forEach((name, entry) -> {
            if (name.indexOf('.') < 0)
                entries.putIfAbsent(prefix + "." + name, entry);
        });
    }

    public Set<String> names() {
        return entries.keySet();
    }
}
