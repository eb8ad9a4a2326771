package mcnet.plan;

import java.util.List;
import java.util.Optional;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.model.Declaration;

/**
 * An object as the program wants it.
 *
 * @param values by field, in the order of the text
 * @param needs what must be there before it
 * @param reading what its module makes of the declaration and needs again for steps and proofs; null for none
 */
public record DesiredResource(Declaration declaration, SequencedMap<Field, DesiredValue> values, List<ResourceId> needs,
        Object reading) {

    public DesiredResource(Declaration declaration, SequencedMap<Field, DesiredValue> values, List<ResourceId> needs) {
        this(declaration, values, needs, null);
    }

    public ResourceId id() {
        return new ResourceId(declaration.kind().name(), declaration.inside().project(), declaration.inside().outer(),
                declaration.name());
    }

    public Optional<String> value(String attribute) {
        return value(attribute, "");
    }

    public Optional<String> value(String attribute, String member) {
        return Optional.ofNullable(values.get(new Field(attribute, member))).map(DesiredValue::value);
    }

    public Mark mark(String program) {
        return Mark.of(program, declaredPaths(), id());
    }

    private Set<String> declaredPaths() {
        return values.values().stream().filter(DesiredValue::declared).filter(w -> !w.field().isElement())
                .map(w -> w.field().attribute())
                .collect(Collectors.toSet());
    }
}
