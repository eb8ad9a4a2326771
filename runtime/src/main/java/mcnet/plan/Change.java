package mcnet.plan;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/**
 * What happens to one object, as a person thinks of it.
 *
 * @param desired what the file says; empty on removal
 * @param found what the cluster has; empty on creation
 * @param span where the object is declared; null on removal
 * @param note why this is done, where it is not plain; may be empty
 */
public record Change(ResourceId id, Action action, Optional<DesiredResource> desired, Optional<ObservedResource> found,
        List<Difference> differences, Span span, String note) {

    public Change {
        differences = List.copyOf(differences);
    }

    /** A creation. */
    public static Change create(DesiredResource desired, List<Difference> differences) {
        return new Change(desired.id(), Action.CREATE, Optional.of(desired), Optional.empty(), differences,
                desired.declaration().span(), "");
    }

    /** A change of what is there. */
    public static Change change(DesiredResource desired, ObservedResource found, List<Difference> differences) {
        return new Change(desired.id(), Action.CHANGE, Optional.of(desired), Optional.of(found), differences,
                desired.declaration().span(), "");
    }

    /** A removal, or the end of looking after a setting. */
    public static Change remove(ObservedResource found, String note) {
        return new Change(found.id(), found.always() ? Action.FORGET : Action.REMOVE, Optional.empty(),
                Optional.of(found), List.of(), null, note);
    }

    /** An object of this program is given back as it is. */
    public static Change release(ObservedResource found) {
        return new Change(found.id(), Action.RELEASE, Optional.empty(), Optional.of(found), List.of(), null, "");
    }

    /**
     * An object that this program adopted and did not make is given back as it was before.
     *
     * @param kept attributes that cannot be put back
     */
    public static Change giveBack(ObservedResource found, List<Difference> differences, List<String> kept) {
        return release(found).only(differences).because("existed before this program; "
                + (differences.isEmpty() ? "kept" : "restored and kept")
                + (kept.isEmpty() ? "" : "; not restored: " + String.join(", ", kept)));
    }

    /** The same with these differences alone. */
    public Change only(List<Difference> some) {
        return new Change(id, action, desired, found, some, span, note);
    }

    /** The same with a reason, where it has none yet. */
    public Change because(String reason) {
        return note.isEmpty() ? new Change(id, action, desired, found, differences, span, reason) : this;
    }

    /** What a person is told: that nobody's object is taken over is more than a change. */
    public Action shown() {
        if (action != Action.CHANGE || found.filter(f -> f.mark().isEmpty()).isEmpty()) return action;
        return takesOver() || verb().equals("mark") ? Action.ADOPT : action;
    }

    /** Whether somebody's object becomes the program's; a setting that each cluster has is nobody's. */
    public boolean takesOver() {
        return action == Action.CHANGE && found.filter(f -> f.mark().isEmpty() && !f.always()).isPresent();
    }

    /** The first word of its steps: where all is as declared already, only the mark is written. */
    public String verb() {
        return differences.stream().anyMatch(Difference::changes) ? "change" : "mark";
    }

    /** What becomes another of one attribute. */
    public List<Difference> of(String attribute) {
        return differences.stream().filter(d -> d.changes() && d.field().attribute().equals(attribute)).toList();
    }
}
