package mcnet.planner;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.module.Module;
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
 */
final class Order {
    private Order() {}

    static List<Step> of(List<Change> changes, Map<String, Module> modules, Function<Change, List<Step>> stepsOf) {
        Map<Change, List<Step>> steps = new IdentityHashMap<>();
        for (Change change : changes) steps.put(change, stepsOf.apply(change));
        Map<ResourceId, Change> makers = byId(changes, false);
        Map<ResourceId, Change> removers = byId(changes, true);
        Map<String, List<Change>> byKind = changes.stream().collect(Collectors.groupingBy(c -> c.id().kind()));

        Map<Change, Set<Change>> before = new IdentityHashMap<>();
        for (Change change : changes) {
            Set<Change> earlier = before.computeIfAbsent(change, c -> new LinkedHashSet<>());
            if (isRemoval(change)) continue;
            add(earlier, removers.get(change.id()));
            change.wanted().ifPresent(w -> w.needs().forEach(id -> add(earlier, makers.get(id))));
            for (String kind : modules.get(change.id().kind()).follows()) {
                byKind.getOrDefault(kind, List.of()).stream().filter(c -> !isRemoval(c)).forEach(earlier::add);
            }
        }
        for (Change change : changes) {
            change.found().ifPresent(found -> found.needs().forEach(id -> {
                Change needed = removers.get(id);
                if (needed != null) before.get(needed).add(change);
            }));
        }
        return sort(changes, steps, before);
    }

    private static void add(Set<Change> earlier, Change change) {
        if (change != null) earlier.add(change);
    }

    private static boolean isRemoval(Change change) {
        return change.action() == Action.REMOVE || change.action() == Action.FORGET;
    }

    /** What is half made has both: it is removed, then made. */
    private static Map<ResourceId, Change> byId(List<Change> changes, boolean removals) {
        return changes.stream().filter(c -> isRemoval(c) == removals)
                .collect(Collectors.toMap(Change::id, Function.identity()));
    }

    private static List<Step> sort(List<Change> changes, Map<Change, List<Step>> steps,
            Map<Change, Set<Change>> before) {
        List<Step> linked = new ArrayList<>();
        for (Change change : changes) {
            Set<String> earlier = before.get(change).stream().flatMap(c -> lasts(steps.get(c)).stream())
                    .collect(Collectors.toCollection(LinkedHashSet::new));
            for (Step step : steps.get(change)) linked.add(step.after(earlier));
        }
        SimpleDirectedGraph<String, DefaultEdge> graph = new SimpleDirectedGraph<>(DefaultEdge.class);
        Map<String, Step> byId = new HashMap<>();
        Map<String, Integer> rank = new HashMap<>();
        for (Step step : linked) {
            graph.addVertex(step.id());
            byId.put(step.id(), step);
            rank.put(step.id(), (step.action() == Action.REMOVE ? 0 : linked.size()) + rank.size());
        }
        for (Step step : linked) step.after().forEach(id -> graph.addEdge(id, step.id()));
        List<Step> sorted = new ArrayList<>();
        new TopologicalOrderIterator<>(graph, Comparator.comparing(rank::get))
                .forEachRemaining(id -> sorted.add(byId.get(id)));
        return sorted;
    }

    /** The steps of a change after which it is whole: those that no other of its steps waits for. */
    private static Set<String> lasts(List<Step> steps) {
        Set<String> ids = steps.stream().map(Step::id).collect(Collectors.toCollection(LinkedHashSet::new));
        steps.forEach(s -> ids.removeAll(s.after()));
        return ids;
    }
}
