package mcnet.planner;

import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Nearest;
import mcnet.plan.ResourceId;

/**
 * Which objects a run is about.
 *
 * @param wanted each {@code KIND=NAME}, as {@code --only} takes them; none: all objects
 */
public record Selection(List<String> wanted) {
    public static final Selection ALL = new Selection(List.of());

    /** One object. */
    static Selection of(ResourceId id) {
        return new Selection(List.of(text(id)));
    }

    public boolean isAll() {
        return wanted.isEmpty();
    }

    /** Whether it names this object: by its name, or with its project or network as a plan calls it. */
    boolean names(ResourceId id) {
        return isAll() || wanted.contains(id.kind() + "=" + id.name()) || wanted.contains(text(id));
    }

    /** What it names that nobody knows. */
    List<Diagnostic> unknown(Set<ResourceId> known) {
        return wanted.stream().filter(w -> known.stream().noneMatch(id -> new Selection(List.of(w)).names(id)))
                .map(w -> unknown(w, known)).toList();
    }

    private static Diagnostic unknown(String wanted, Set<ResourceId> known) {
        List<String> names = known.stream().map(Selection::text).sorted().toList();
        return Diagnostic.error("MC0715", "--only " + wanted + " names nothing")
                .why("neither the file nor the cluster has it")
                .fix(Nearest.to(wanted, names).map(n -> "did you mean " + n + "?").orElse(names.isEmpty()
                        ? "leave --only out"
                        : "it may be one of: " + names.stream().limit(12).collect(Collectors.joining(", "))));
    }

    /** As {@code --only} takes it. */
    static String text(ResourceId id) {
        return id.kind() + "=" + id.title();
    }
}
