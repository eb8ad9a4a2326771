package mcnet.planner.rule;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.ObservedResource;
import mcnet.plan.Probe;
import mcnet.planner.Differences;
import mcnet.planner.Spelling;
import mcnet.probe.ExistingObjectProbe;

/**
 * What the file says of things that others own ({@code existing uplink public { … }}). Checks believe it, so what is not
 * so on the cluster would let a plan through that the server refuses midway. What is not on the cluster at all is no
 * matter of claims.
 */
public final class ExistingObjects {
    private ExistingObjects() {}

    public static List<Diagnostic> wrong(PlanningContext now, List<Module> modules) {
        List<Diagnostic> wrong = new ArrayList<>();
        each(now, modules).forEach(existing -> {
            for (DesiredValue value : existing.desired.values().values()) {
                if (existing.holds(value)) continue;
                wrong.add(Diagnostic
                        .error("MC0840", existing.desired.id() + " differs from the file: " + existing.text(value),
                                new Label(value.span(), "declared here"))
                        .why("it is managed elsewhere, and mcnet uses these values to check the rest of the file")
                        .fix("correct the line, or remove it: then mcnet uses the value on the cluster"));
            }
        });
        return wrong;
    }

    public static List<Probe> probes(PlanningContext now, List<Module> modules) {
        List<Probe> probes = new ArrayList<>();
        each(now, modules).forEach(existing -> probes.add(new ExistingObjectProbe(existing.desired.id(),
                existing.desired.values().values().stream().filter(value -> !existing.holds(value)).map(existing::text)
                        .toList())));
        return probes;
    }

    /** ExistingObject things of which the file says something and the cluster has them. */
    private static List<ExistingObject> each(PlanningContext now, List<Module> modules) {
        List<ExistingObject> all = new ArrayList<>();
        for (Module module : modules) {
            List<Declaration> existing = now.program().existing(module.kind().name()).toList();
            if (existing.isEmpty()) continue;
            List<ObservedResource> found = module.found(now);
            for (Declaration each : existing) {
                DesiredResource desired = module.desired(each, now);
                if (desired.values().values().stream().noneMatch(DesiredValue::declared)) continue;
                found.stream().filter(f -> f.id().equals(desired.id())).findFirst()
                        .ifPresent(f -> all.add(new ExistingObject(module, desired, f)));
            }
        }
        return all;
    }

    private record ExistingObject(Module module, DesiredResource desired, ObservedResource found) {

        boolean holds(DesiredValue value) {
            if (!value.declared()) return true;
            String held = found.value(value.field());
            if (value.field().isElement()) return !held.isEmpty();
            return Spelling.same(Differences.type(module, value.field().attribute()), held, value.value());
        }

        String text(DesiredValue value) {
            if (value.field().isElement()) return "it has no " + value.field().element();
            String held = found.value(value.field());
            String on = value.field().member().isEmpty() ? "" : " on " + value.field().member();
            return value.field().attribute() + on + " is " + (held.isEmpty() ? "not set" : held) + ", not "
                    + value.value();
        }
    }
}
