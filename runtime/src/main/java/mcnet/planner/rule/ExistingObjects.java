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
            for (DesiredValue wish : existing.desired.wishes().values()) {
                if (existing.holds(wish)) continue;
                wrong.add(Diagnostic
                        .error("MC0840", existing.desired.id() + " differs from the file: " + existing.text(wish),
                                new Label(wish.span(), "declared here"))
                        .why("it is managed elsewhere, and mcnet uses these values to check the rest of the file")
                        .fix("correct the line, or remove it: then mcnet uses the value on the cluster"));
            }
        });
        return wrong;
    }

    public static List<Probe> probes(PlanningContext now, List<Module> modules) {
        List<Probe> probes = new ArrayList<>();
        each(now, modules).forEach(existing -> probes.add(new ExistingObjectProbe(existing.desired.id(),
                existing.desired.wishes().values().stream().filter(wish -> !existing.holds(wish)).map(existing::text)
                        .toList())));
        return probes;
    }

    /** Existing things of which the file says something and the cluster has them. */
    private static List<Existing> each(PlanningContext now, List<Module> modules) {
        List<Existing> all = new ArrayList<>();
        for (Module module : modules) {
            List<Declaration> existing = now.program().existing(module.kind().name()).toList();
            if (existing.isEmpty()) continue;
            List<ObservedResource> found = module.found(now);
            for (Declaration each : existing) {
                DesiredResource desired = module.desired(each, now);
                if (desired.wishes().values().stream().noneMatch(DesiredValue::declared)) continue;
                found.stream().filter(f -> f.id().equals(desired.id())).findFirst()
                        .ifPresent(f -> all.add(new Existing(module, desired, f)));
            }
        }
        return all;
    }

    private record Existing(Module module, DesiredResource desired, ObservedResource found) {

        boolean holds(DesiredValue wish) {
            if (!wish.declared()) return true;
            String held = found.value(wish.field());
            if (wish.field().isElement()) return !held.isEmpty();
            return Spelling.same(Differences.type(module, wish.field().attribute()), held, wish.value());
        }

        String text(DesiredValue wish) {
            if (wish.field().isElement()) return "it has no " + wish.field().element();
            String held = found.value(wish.field());
            String on = wish.field().member().isEmpty() ? "" : " on " + wish.field().member();
            return wish.field().attribute() + on + " is " + (held.isEmpty() ? "not set" : held) + ", not "
                    + wish.value();
        }
    }
}
