package mcnet.schema;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;

/** Every kind that is known, by name, in the order in which the plan lists them. */
public record Index(SequencedMap<String, Kind> kinds) {

    public static Index of(List<Kind> kinds) {
        SequencedMap<String, Kind> byName = new LinkedHashMap<>();
        for (Kind kind : kinds) byName.put(kind.name(), kind);
        return new Index(byName);
    }

    public Optional<Kind> kind(String name) {
        return Optional.ofNullable(kinds.get(name));
    }

    /** The kind that a module's class manages. */
    public Optional<Kind> managedBy(String className) {
        return kinds.values().stream().filter(k -> k.module().equals(className)).findFirst();
    }
}
