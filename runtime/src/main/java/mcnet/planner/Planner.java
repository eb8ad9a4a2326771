package mcnet.planner;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.observe.Asked;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Found;
import mcnet.plan.Plan;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.Wanted;

/** Compares what the program wants with what the cluster has. Pure: the same facts give the same plan. */
public final class Planner {
    private final Situation now;
    private final List<Module> modules;
    private final List<Diagnostic> obstacles = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();

    private Planner(Situation now, List<Module> modules) {
        this.now = now;
        this.modules = modules;
    }

    /** All that must be asked before {@link #plan}. */
    public static List<Asked> questions(Situation now, List<Module> modules) {
        List<Asked> questions = new ArrayList<>(Membership.questions(now));
        for (Module module : modules) questions.addAll(module.questions(now));
        return questions;
    }

    public static Planned plan(Situation now, List<Module> modules) {
        return new Planner(now, modules).plan();
    }

    /** What must be seen when all is as the program says; needs no plan. */
    public static List<Proof> proofs(Situation now, List<Module> modules) {
        List<Proof> proofs = new ArrayList<>();
        for (Module module : modules) {
            now.program().all(module.kind().name()).map(d -> module.wanted(d, now))
                    .forEach(w -> proofs.addAll(module.proofs(w, now)));
        }
        return proofs;
    }

    private Planned plan() {
        obstacles.addAll(NotBuilt.of(now.program()));
        if (obstacles.isEmpty()) obstacles.addAll(Membership.check(now));
        if (obstacles.stream().noneMatch(Diagnostic::isError)) obstacles.addAll(Versions.check(now));
        if (obstacles.stream().noneMatch(Diagnostic::isError))
            obstacles.addAll(Unread.of(questions(now, modules), now));
        if (obstacles.stream().anyMatch(Diagnostic::isError)) {
            return new Planned(new Plan(now.program().name(), now.cluster(), List.of(), List.of(), List.of()),
                    obstacles);
        }
        List<Change> changes = new ArrayList<>();
        for (Module module : modules) changes.addAll(changes(module));
        for (Change change : changes) {
            if (change.action() == Action.REMOVE) obstacles.addAll(Ownership.removable(change, changes));
        }
        Map<String, Module> byKind = modules.stream()
                .collect(Collectors.toMap(m -> m.kind().name(), Function.identity()));
        List<Step> steps = obstacles.stream().anyMatch(Diagnostic::isError)
                ? List.of()
                : Order.of(changes, byKind, c -> byKind.get(c.id().kind()).steps(c, now));
        return new Planned(new Plan(now.program().name(), now.cluster(), changes, steps, proofs),
                obstacles.stream().distinct().toList());
    }

    private List<Change> changes(Module module) {
        List<Change> changes = new ArrayList<>();
        List<Found> found = module.found(now);
        Map<ResourceId, Found> byId = found.stream().collect(Collectors.toMap(Found::id, Function.identity()));
        List<Wanted> all = now.program().all(module.kind().name()).map(d -> module.wanted(d, now)).toList();
        for (Wanted wanted : all) {
            obstacles.addAll(module.obstacles(wanted, now));
            proofs.addAll(module.proofs(wanted, now));
            Optional<Found> there = Optional.ofNullable(byId.get(wanted.id()));
            for (Change change : changes(wanted, there)) {
                obstacles.addAll(module.obstacles(change, now));
                changes.add(change);
            }
        }
        Set<ResourceId> declared = all.stream().map(Wanted::id).collect(Collectors.toSet());
        now.program().existing(module.kind().name())
                .forEach(d -> declared.add(new ResourceId(d.kind().name(), d.name())));
        for (Found each : found) {
            if (declared.contains(each.id())) continue;
            if (each.ownedBy(now.program().name())) changes.add(Change.remove(each, ""));
            else if (!each.whole()) obstacles.add(HalfMade.ofNobody(each));
        }
        return changes;
    }

    private List<Change> changes(Wanted wanted, Optional<Found> there) {
        if (there.isEmpty()) return List.of(Change.create(wanted, Differences.ofNew(wanted)));
        Found found = there.get();
        List<Diagnostic> notOurs = Ownership.check(wanted, found, now.program());
        obstacles.addAll(notOurs);
        if (!notOurs.isEmpty()) return List.of();
        if (!found.whole()) {
            return List.of(Change.remove(found, HalfMade.note(found)),
                    Change.create(wanted, Differences.ofNew(wanted)));
        }
        List<Difference> differences = Differences.between(wanted, found, now.program().name());
        return differences.isEmpty() ? List.of() : List.of(Change.change(wanted, found, differences));
    }
}
