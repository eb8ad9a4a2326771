package mcnet.plan;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Span;

/**
 * What happens to one object, as a person thinks of it.
 *
 * @param wanted what the file says; empty on removal
 * @param found what the cluster has; empty on creation
 * @param span where the object is declared; null on removal
 */
public record Change(ResourceId id, Action action, Optional<Wanted> wanted, Optional<Found> found,
        List<Difference> differences, Span span) {

    public Change {
        differences = List.copyOf(differences);
    }

    /** The differences of one attribute. */
    public List<Difference> of(String attribute) {
        return differences.stream().filter(d -> d.field().attribute().equals(attribute)).toList();
    }
}
