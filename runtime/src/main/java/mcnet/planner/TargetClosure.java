package mcnet.planner;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;

/** The changes that were asked for, with those that they cannot do without: what they refer to, and who must let go. */
final class TargetClosure {
    private final List<Change> changes;
    private final Map<String, Module> modules;
    private final PlanningContext now;
    private final Function<Change, List<Step>> steps;
    /** By change, the one that it was taken in for; itself where it was asked for. */
    private final Map<Change, Change> reasons = new IdentityHashMap<>();

    TargetClosure(List<Change> changes, Map<String, Module> modules, PlanningContext now,
            Function<Change, List<Step>> steps) {
        this.now = now;
        this.changes = changes;
        this.modules = modules;
        this.steps = steps;
    }

    /** In the order of all changes; those that were not named say for whom they are done. */
    List<Change> of(Selection only) {
        if (only.isAll()) return changes;
        Deque<Change> open = new ArrayDeque<>();
        for (Change change : changes) {
            if (only.names(change.id())) take(change, change, open);
        }
        while (!open.isEmpty()) {
            Change change = open.poll();
            for (Change other : changes) if (hangsOn(change, other)) take(other, change, open);
        }
        List<Change> chosen = new ArrayList<>();
        for (Change change : changes) {
            Change reason = reasons.get(change);
            if (reason != null) chosen.add(reason == change ? change : change.because("for " + reason.id()));
        }
        return chosen;
    }

    private void take(Change change, Change reason, Deque<Change> open) {
        if (reasons.putIfAbsent(change, reason) == null) open.add(change);
    }

    private boolean hangsOn(Change change, Change other) {
        if (change.id().equals(other.id())) return true;
        if (isRemoval(change)) return other.found().filter(f -> f.needs().contains(change.id())).isPresent();
        if (change.action() == Action.RELEASE)
            return !change.differences().isEmpty() && isRemoval(other)
                    && other.found().filter(f -> f.needs().contains(change.id())).isPresent();
        if (isRemoval(other)) return replaces(change).contains(other.id());
        return needs(change).contains(other.id())
                || change.action() == Action.CREATE
                        && modules.get(change.id().kind()).follows(now).contains(other.id().kind());
    }

    private Set<ResourceId> needs(Change change) {
        Set<ResourceId> needs = new LinkedHashSet<>();
        change.desired().ifPresent(w -> needs.addAll(w.needs()));
        steps.apply(change).forEach(s -> needs.addAll(s.ties().needs()));
        return needs;
    }

    private Set<ResourceId> replaces(Change change) {
        return steps.apply(change).stream().flatMap(s -> s.ties().replaces().stream()).collect(Collectors.toSet());
    }

    private static boolean isRemoval(Change change) {
        return change.action() == Action.REMOVE || change.action() == Action.FORGET;
    }
}
