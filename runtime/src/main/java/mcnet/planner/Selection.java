package mcnet.planner;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Suggestion;
import mcnet.plan.ResourceId;

/**
 * Which objects a run is about.
 *
 * @param desired each {@code KIND=NAME}, as {@code --only} takes them; none: all objects
 */
public record Selection(List<String> desired) {
    public static final Selection ALL = new Selection(List.of());

    /** One object. */
    static Selection of(ResourceId id) {
        return new Selection(List.of(text(id)));
    }

    public boolean isAll() {
        return desired.isEmpty();
    }

    /** Whether it names this object: by its name, or with its project or network as a plan calls it. */
    boolean names(ResourceId id) {
        return isAll() || desired.contains(id.kind() + "=" + id.name()) || desired.contains(text(id));
    }

    /** What it names that nobody knows. */
    List<Diagnostic> unknown(Set<ResourceId> known) {
        return desired.stream().filter(w -> known.stream().noneMatch(id -> new Selection(List.of(w)).names(id)))
                .map(w -> unknown(w, known)).toList();
    }

    private static Diagnostic unknown(String desired, Set<ResourceId> known) {
        List<String> names = known.stream().map(Selection::text).sorted().toList();
        return Diagnostic.error("MC0715", "unknown object \"" + desired + "\" in --only")
                .why("it is neither in the file nor on the cluster")
                .fix(Suggestion.to(desired, names).map(n -> "did you mean " + n + "?").orElse(names.isEmpty()
                        ? "run the command without --only"
                        : "it may be one of: " + names.stream().limit(12).collect(Collectors.joining(", "))));
    }

    /** As {@code --only} takes it. */
    static String text(ResourceId id) {
        return id.kind() + "=" + id.title();
    }
}
