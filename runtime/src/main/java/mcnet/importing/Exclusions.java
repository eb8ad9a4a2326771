package mcnet.importing;

import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import mcnet.plan.ResourceId;

/**
 * What of a cluster a file cannot say, as the language refuses it or a plan would change it. An attribute is ignored at
 * first, so that the file says it and does not answer for it; then it stands in a comment; then the whole object does.
 */
public final class Exclusions {
    private final Map<ResourceId, Set<String>> ignored = new LinkedHashMap<>();
    private final Map<ResourceId, Map<String, String>> omitted = new LinkedHashMap<>();
    private final Map<ResourceId, String> objects = new LinkedHashMap<>();
    private final Set<ResourceId> existing = new TreeSet<>(Comparator.comparing(ResourceId::toString));

    /** The file says the attribute, and `ignore` names it. */
    public boolean ignore(ResourceId id, String attribute) {
        return ignored.computeIfAbsent(id, _ -> new TreeSet<>()).add(attribute);
    }

    /** The attribute stands in a comment; it is ignored all the same, since it is there. */
    public boolean omit(ResourceId id, String attribute, String reason) {
        ignore(id, attribute);
        return omitted.computeIfAbsent(id, _ -> new LinkedHashMap<>()).putIfAbsent(attribute, reason) == null;
    }

    /** The object is named, and not declared. */
    public boolean exclude(ResourceId id, String reason) {
        return objects.putIfAbsent(id, reason) == null;
    }

    /** The object is whole, and the server lets nobody change it: it stands as `existing`. */
    public boolean leave(ResourceId id, String reason) {
        existing.add(id);
        return exclude(id, reason);
    }

    /**
     * The next step for an attribute that is refused.
     *
     * @return false where nothing is left to do
     */
    public boolean refuse(ResourceId id, String attribute, String reason) {
        if (attribute.isEmpty()) return exclude(id, reason);
        return ignore(id, attribute) || omit(id, attribute, reason) || exclude(id, reason);
    }

    Set<String> ignored(ResourceId id) {
        return ignored.getOrDefault(id, Set.of());
    }

    /** Why an attribute is left out; empty where it is not. */
    String omission(ResourceId id, String attribute) {
        return omitted.getOrDefault(id, Map.of()).getOrDefault(attribute, "");
    }

    Set<ResourceId> existing() {
        return existing;
    }

    boolean has(ResourceId id) {
        return objects.containsKey(id);
    }

    /** Why an object is not declared; empty where it is. */
    public String reason(ResourceId id) {
        return objects.getOrDefault(id, "");
    }
}
