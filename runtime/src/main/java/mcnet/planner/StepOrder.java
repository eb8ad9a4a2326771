package mcnet.planner;

import java.util.ArrayList;
import java.util.Collections;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.IdentityHashMap;
import java.util.LinkedHashMap;
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
import org.jgrapht.graph.DefaultEdge;
import org.jgrapht.graph.SimpleDirectedGraph;
import org.jgrapht.traverse.TopologicalOrderIterator;

/**
 * The order of steps. What refers to a thing is made after it and removed before it; among steps that may go in any
 * order removals come first, because they make room for addresses and interfaces.
 *
 * Things may refer to one another in rings: an ACL names a peering of the network that carries the ACL. Such a ring is
 * opened by a step of its own, {@link mcnet.plan.StepConstraints}: the ACL is made without that rule, and its last step, for which
 * nobody waits, brings it.
 */
final class StepOrder {
    private final List<Change> changes;
    private final Map<Change, List<Step>> steps = new IdentityHashMap<>();
    private final Map<ResourceId, Change> makers = new HashMap<>();
    private final Map<ResourceId, Change> removers = new HashMap<>();
    /** By a step's id, the steps that must be done before it. */
    private final Map<String, Set<String>> earlier = new LinkedHashMap<>();

    private StepOrder(List<Change> changes, Function<Change, List<Step>> stepsOf) {
        this.changes = changes;
        for (Change change : changes) {
            (isRemoval(change) ? removers : makers).put(change.id(), change);
            List<Step> own = stepsOf.apply(change);
            steps.put(change, own);
            own.forEach(step -> earlier.put(step.id(), new LinkedHashSet<>(step.after())));
        }
    }

    static List<Step> of(List<Change> changes, Map<String, Module> modules, PlanningContext now,
            Function<Change, List<Step>> stepsOf) {
        StepOrder order = new StepOrder(changes, stepsOf);
        Map<String, List<Change>> making = changes.stream().filter(c -> !isRemoval(c))
                .collect(Collectors.groupingBy(c -> c.id().kind()));
        for (Change change : changes) {
            if (!isRemoval(change)) {
                order.make(change);
                for (String kind : modules.get(change.id().kind()).follows(now))
                    making.getOrDefault(kind, List.of())
                            .forEach(c -> order.all(change).forEach(s -> order.after(s, c)));
            }
            if (change.action() == Action.RELEASE && !change.differences().isEmpty()) order.putBack(change);
            order.tie(change);
            change.found().ifPresent(found -> found.needs().forEach(id -> order.release(change, id)));
        }
        order.late();
        order.first();
        return order.sorted();
    }

    /** What cuts off what is in use waits for all that may be refused and does not wait for it. */
    private void late() {
        List<Step> all = changes.stream().flatMap(c -> all(c).stream()).toList();
        for (Step late : all.stream().filter(s -> s.ties().late()).toList()) {
            Set<String> waiting = waitingFor(late.id());
            all.stream().filter(s -> !s.ties().late() && s.action() != Action.REMOVE && !waiting.contains(s.id()))
                    .forEach(s -> earlier.get(late.id()).add(s.id()));
        }
    }

    /** A step that calls nothing only looks whether all can be done: before anything is changed. */
    private void first() {
        List<Step> all = changes.stream().flatMap(c -> all(c).stream()).toList();
        List<Step> looking = all.stream().filter(s -> s.calls().isEmpty() && !s.probes().isEmpty()).toList();
        for (Step look : looking)
            all.stream().filter(s -> !looking.contains(s)).forEach(s -> earlier.get(s.id()).add(look.id()));
    }

    private Set<String> waitingFor(String id) {
        Set<String> waiting = new HashSet<>(Set.of(id));
        int before = 0;
        while (before < waiting.size()) {
            before = waiting.size();
            earlier.forEach((step, first) -> {
                if (!Collections.disjoint(first, waiting)) waiting.add(step);
            });
        }
        return waiting;
    }

    private static boolean isRemoval(Change change) {
        return change.action() == Action.REMOVE || change.action() == Action.FORGET;
    }

    /** What is half made is removed first; what it refers to is there. */
    private void make(Change change) {
        for (Step step : all(change)) {
            after(step, removers.get(change.id()));
            change.desired().ifPresent(w -> w.needs().forEach(id -> after(step, makers.get(id))));
        }
    }

    private void tie(Change change) {
        for (Step step : all(change)) {
            step.ties().needs().forEach(id -> after(step, makers.get(id)));
            step.ties().replaces().forEach(id -> after(step, removers.get(id)));
            for (ResourceId id : step.ties().precedes()) {
                Change later = makers.get(id);
                if (later != null) all(later).forEach(s -> earlier.get(s.id()).add(step.id()));
            }
        }
    }

    /**
     * A thing goes when the one that refers to it has gone or refers to it no more. Where that one stays, nothing of the
     * thing is taken away before; but one that is made anew, and that the other needs then, is there again under its name.
     */
    private void release(Change user, ResourceId id) {
        Change going = removers.get(id);
        if (going == null || going == user) return;
        List<Step> freeing = all(user).stream().filter(s -> s.ties().frees().contains(id)).toList();
        boolean stays = !isRemoval(user) && freeing.isEmpty();
        if (stays && makers.containsKey(id) && user.desired().filter(w -> w.needs().contains(id)).isPresent()) return;
        for (Step last : stays ? all(going) : lasts(all(going)))
            for (Step step : freeing.isEmpty() ? all(user) : freeing) earlier.get(last.id()).add(step.id());
    }

    /** What an object was like before is good for those who used it before: others go first, with all that hangs on them. */
    private void putBack(Change change) {
        Set<ResourceId> used = new LinkedHashSet<>(Set.of(change.id()));
        int before = 0;
        while (before < used.size()) {
            before = used.size();
            removers.values().stream()
                    .filter(r -> r.found().filter(f -> !Collections.disjoint(f.needs(), used)).isPresent())
                    .map(Change::id).filter(id -> !change.found().get().needs().contains(id)).forEach(used::add);
        }
        used.remove(change.id());
        for (ResourceId user : used)
            for (Step last : lasts(all(removers.get(user))))
                for (Step step : all(change)) earlier.get(step.id()).add(last.id());
    }

    /** After all that makes the thing usable. */
    private void after(Step step, Change first) {
        if (first == null) return;
        List<Step> usable = all(first).stream().filter(s -> s.ties().needs().isEmpty()).toList();
        for (Step last : lasts(usable))
            if (last != step) earlier.get(step.id()).add(last.id());
    }

    private List<Step> all(Change change) {
        return steps.get(change);
    }

    /** Those that no other of them waits for. */
    private static List<Step> lasts(List<Step> steps) {
        Set<String> waited = steps.stream().flatMap(s -> s.after().stream()).collect(Collectors.toSet());
        return steps.stream().filter(s -> !waited.contains(s.id())).toList();
    }

    /** What may go in any order: what makes room, then what the server may refuse, then what interrupts as well. */
    private static int turn(Step step) {
        return step.action() == Action.REMOVE ? 0 : step.interrupts().isEmpty() ? 1 : 2;
    }

    private List<Step> sorted() {
        SimpleDirectedGraph<String, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
        Map<String, Step> byId = new HashMap<>();
        Map<String, Integer> rank = new HashMap<>();
        List<Step> linked = new ArrayList<>();
        for (Change change : changes)
            for (Step step : all(change)) linked.add(step.after(earlier.get(step.id())));
        for (Step step : linked) {
            graph.addVertex(step.id());
            byId.put(step.id(), step);
            rank.put(step.id(), turn(step) * linked.size() + rank.size());
        }
        for (Step step : linked) step.after().forEach(id -> graph.addEdge(id, step.id()));
        List<Step> sorted = new ArrayList<>();
        new TopologicalOrderIterator<>(graph, Comparator.comparing(rank::get))
                .forEachRemaining(id -> sorted.add(byId.get(id)));
        return sorted;
    }
}
