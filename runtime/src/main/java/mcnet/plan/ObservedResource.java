package mcnet.plan;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.model.KindName;

/**
 * An object as it is on the cluster.
 *
 * @param values what the server holds, by field, as it spells it
 * @param mark whose it is; empty: nobody's that we know
 * @param status the server's word for its state, {@code Created}
 * @param needs what it refers to; the project that it stands in is among it
 * @param usedBy what refers to it, in the server's words
 * @param always it is a setting that each cluster has, so no one needs to make it before it is declared
 * @param originals what fields that the program set were like before it did, where that was noted: they are put back
 * @param unmarked fields of which the mark does not tell, though it stands elsewhere: each member has its own, and this one
 *        has none
 */
public record ObservedResource(ResourceId id, SequencedMap<Field, String> values, Optional<Mark> mark, String status,
        List<ResourceId> needs, List<String> usedBy, boolean always, SequencedMap<Field, String> originals,
        Set<Field> unmarked) {

    public ObservedResource {
        needs = Stream.concat(project(id).stream(), needs.stream()).distinct().toList();
        usedBy = usedBy.stream().sorted().toList();
    }

    /**
     * Something that the server removes together with another thing, of a kind that is not managed.
     *
     * @param whole what it is a part of
     */
    public static ObservedResource part(ResourceId id, ResourceId whole, Optional<Mark> mark) {
        return new ObservedResource(id, new LinkedHashMap<>(), mark, "Created", List.of(whole), List.of(), false);
    }

    public ObservedResource(ResourceId id, SequencedMap<Field, String> values, Optional<Mark> mark, String status,
            List<ResourceId> needs, List<String> usedBy, boolean always) {
        this(id, values, mark, status, needs, usedBy, always, new LinkedHashMap<>());
    }

    public ObservedResource(ResourceId id, SequencedMap<Field, String> values, Optional<Mark> mark, String status,
            List<ResourceId> needs, List<String> usedBy, boolean always, SequencedMap<Field, String> originals) {
        this(id, values, mark, status, needs, usedBy, always, originals, Set.of());
    }

    /** LXD removes a project only when all in it has gone ({@code lxd/api_project.go}); parts of a network go with that. */
    private static Optional<ResourceId> project(ResourceId id) {
        return id.project().isEmpty() || !id.network().isEmpty()
                ? Optional.empty()
                : Optional.of(new ResourceId(KindName.PROJECT, id.project()));
    }

    /** The same with what was there before. */
    public ObservedResource originally(SequencedMap<Field, String> before) {
        return new ObservedResource(id, values, mark, status, needs, usedBy, always, before, unmarked);
    }

    /** The same where the mark does not tell of these. */
    public ObservedResource unmarked(Set<Field> fields) {
        return new ObservedResource(id, values, mark, status, needs, usedBy, always, originals, fields);
    }

    public String value(Field field) {
        return values.getOrDefault(field, "");
    }

    public String value(String attribute) {
        return value(Field.of(attribute));
    }

    /** Whether its creation ended; LXD refuses to change one that did not, and lets nothing use it. */
    public boolean whole() {
        return status.equals("Created");
    }

    /** Whether the program of this name made it. */
    public boolean ownedBy(String program) {
        return mark.filter(m -> m.program().equals(program) && m.speaksOf(id)).isPresent();
    }

    /** Whether it carries the mark of another object: somebody copied or renamed what a program had made. */
    public boolean misnamed() {
        return mark.filter(m -> !m.speaksOf(id)).isPresent();
    }

    /** All fields of an attribute, one for each member where the server keeps one for each. */
    public List<Field> fields(String attribute) {
        return values.keySet().stream().filter(f -> f.attribute().equals(attribute)).toList();
    }

}
