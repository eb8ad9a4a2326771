package mcnet.lxd.traffic;

import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import mcnet.model.Subject;
import mcnet.plan.ResourceId;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;

/** What rules of the server call other objects: ACLs by their name, address sets with {@code $} before it. */
public final class RuleNames {
    /** The longest prefix first: a name without one is the last that is meant. */
    private static final List<Kind> KINDS = IndexFile.shipped().inRules().stream()
            .sorted(Comparator.comparing((Kind kind) -> prefix(kind).length()).reversed()).toList();

    private RuleNames() {}

    /** Absent: rules of the server cannot name it, and its addresses stand there. */
    static Optional<String> of(Subject.Thing thing) {
        return KINDS.stream().filter(kind -> kind.name().equals(thing.kind())).map(kind -> prefix(kind) + thing.name())
                .findFirst();
    }

    /** What a name in a rule refers to in the rule's project. */
    public static ResourceId object(String name, String project) {
        Kind kind = KINDS.stream().filter(k -> name.startsWith(prefix(k))).findFirst().orElseThrow();
        return new ResourceId(kind.name(), project, "", name.substring(prefix(kind).length()));
    }

    private static String prefix(Kind kind) {
        return kind.roles().rulePrefix().orElseThrow();
    }
}
