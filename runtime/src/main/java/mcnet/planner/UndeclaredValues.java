package mcnet.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.module.Module;
import mcnet.plan.DesiredResource;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.plan.UndeclaredState;
import mcnet.schema.Attribute;

/**
 * Values of the declared objects that the file does not say and mcnet did not set. Who set them cannot be told: others,
 * or the server when it made the object. Its own notes, {@code volatile.*}, are left out.
 */
final class UndeclaredValues {
    private static final String NOTES = "volatile.";

    private UndeclaredValues() {}

    /** @param modules by the kind that each manages */
    static List<UndeclaredState.Value> of(List<DesiredResource> desired, List<ObservedResource> found,
            Map<String, Module> modules) {
        Map<ResourceId, ObservedResource> there = found.stream()
                .collect(Collectors.toMap(ObservedResource::id, Function.identity(), (first, _) -> first));
        List<UndeclaredState.Value> values = new ArrayList<>();
        for (DesiredResource each : desired) {
            ObservedResource object = there.get(each.id());
            if (object != null) add(each, object, modules.get(each.id().kind()), values);
        }
        return values;
    }

    private static void add(DesiredResource desired, ObservedResource object, Module module,
            List<UndeclaredState.Value> values) {
        Set<String> ours = object.mark().map(Mark::keys).orElse(Set.of());
        object.values().forEach((field, value) -> {
            if (value.isEmpty() || field.isElement() || desired.values().containsKey(field)
                    || ours.contains(field.attribute()) || !module.covers(desired, field))
                return;
            Optional<Attribute> attribute = module.attribute(field.attribute());
            String key = attribute.map(Attribute::key).orElse(key(field.attribute()));
            if (key.startsWith(NOTES)) return;
            values.add(new UndeclaredState.Value(object.id(), field, key, value,
                    attribute.map(a -> a.server().serverDefault()).orElse("")));
        });
    }

    /** {@code lxd.KEY} and {@code user.KEY}, of a NIC too: {@code eth0.lxd.KEY}. */
    private static String key(String path) {
        int free = path.startsWith("lxd.") ? 0 : path.indexOf(".lxd.") + 1;
        if (free > 0 || path.startsWith("lxd.")) return path.substring(free + "lxd.".length());
        return path.startsWith("user.") ? path : "";
    }
}
