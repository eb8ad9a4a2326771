package mcnet.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.module.Module;
import mcnet.model.IgnoredPaths;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.Reason;
import mcnet.schema.Attribute;
import mcnet.schema.Kind;
import mcnet.schema.Type;

/**
 * What is not as it should be. Only what the file says, or said before, is compared: everything else belongs to the
 * server or to someone else. What an attribute is a set of is compared as a whole: an element that the file does not say
 * is one too many.
 */
public final class Differences {
    private static final Type TEXT = new Type.Text();

    private Differences() {}

    static List<Difference> ofNew(DesiredResource desired) {
        List<Difference> differences = new ArrayList<>();
        for (DesiredValue value : desired.values().values()) {
            differences.add(new Difference(value.field(), "", value.value(), Reason.MISSING, value.span(), ""));
        }
        return differences;
    }

    static List<Difference> between(DesiredResource desired, ObservedResource found, Module module, String program) {
        Mark before = found.mark().orElse(new Mark(program, Set.of()));
        Mark after = desired.mark(program);
        List<Difference> differences = new ArrayList<>();
        for (DesiredValue value : desired.values().values()) {
            String held = found.value(value.field());
            String path = value.field().attribute();
            if (value.field().isElement()) {
                if (held.isEmpty())
                    differences.add(new Difference(value.field(), "", value.value(), Reason.MISSING, value.span(), ""));
                continue;
            }
            if (!Spelling.same(type(module, path), held, value.value())) {
                differences.add(new Difference(value.field(), held, value.value(), Reason.DIFFERENT, value.span(), ""));
            } else if (value.declared()
                    && (!before.keys().contains(path) || found.unmarked().contains(value.field()))) {
                differences.add(new Difference(value.field(), held, held, Reason.NEWLY_DECLARED, value.span(), ""));
            }
        }
        for (Field field : found.values().keySet()) {
            if (field.isElement() && !desired.values().containsKey(field))
                differences.add(new Difference(field, found.value(field), "", Reason.DIFFERENT, null, ""));
        }
        for (String said : before.keys()) {
            String path = today(module.kind(), said);
            if (after.keys().contains(path) || wished(desired, path)) continue;
            List<Field> fields = found.fields(path);
            if (fields.isEmpty()) fields = List.of(Field.of(path));
            for (Field field : fields) {
                Optional<Attribute> attribute = module.attribute(path);
                String left = attribute.filter(Differences::stays).isPresent()
                        ? found.value(field)
                        : found.originals().getOrDefault(field, "");
                Reason reason = found.value(field).isEmpty() && left.isEmpty()
                        ? Reason.ALREADY_UNSET
                        : Reason.NO_LONGER_DECLARED;
                differences.add(new Difference(field, found.value(field), left, reason, null,
                        attribute.map(a -> a.server().serverDefault()).orElse("")));
            }
        }
        IgnoredPaths ignored = IgnoredPaths.of(desired.declaration());
        differences.removeIf(d -> !d.field().isElement() && ignored.has(d.field().attribute()));
        return differences;
    }

    /** What it takes to put back what the program had set on a thing that was there before it. */
    static List<Difference> ofForgotten(ObservedResource found) {
        List<Difference> differences = new ArrayList<>();
        found.originals().forEach((field, before) -> differences
                .add(new Difference(field, found.value(field), before, Reason.NO_LONGER_DECLARED, null, "")));
        return differences;
    }

    /** What the server noted itself it does not let go of ({@code lxd/network/driver_ovn.go Validate}). */
    private static boolean stays(Attribute attribute) {
        return attribute.key().startsWith("volatile.");
    }

    /** What was said under {@code lxd} before the language had a word for it. */
    private static String today(Kind kind, String path) {
        return path.startsWith("lxd.") ? kind.keyed(path.substring(4)).map(Attribute::path).orElse(path) : path;
    }

    /** A value that the language itself sets, now that the file does not. */
    private static boolean wished(DesiredResource desired, String path) {
        return desired.values().keySet().stream().anyMatch(f -> f.attribute().equals(path));
    }

    public static Type type(Module module, String path) {
        return module.attribute(path).map(Attribute::type).orElse(TEXT);
    }
}
