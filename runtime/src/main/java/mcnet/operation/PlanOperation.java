package mcnet.operation;

import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.collect.Collector;
import mcnet.importing.ClusterContents;
import mcnet.importing.UndeclaredObjects;
import mcnet.model.ClusterConnection;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.observe.CallTrace;
import mcnet.observe.ObjectRedaction;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.observe.SecretRedactor;
import mcnet.observe.SecretStore;
import mcnet.plan.ObservedResource;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.UndeclaredState;
import mcnet.planner.EmptyCluster;
import mcnet.planner.Planner;
import mcnet.planner.PlanningResult;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.UnreachableException;

/**
 * The way from a program to its plan: ask the members, compare.
 *
 * @param secretStore what the secrets are that the program names
 */
public record PlanOperation(PlanningContext empty, List<Module> modules, PlanningGoal goal, SecretStore secretStore) {
    /** How often lists are asked for again that changed while the server listed them. */
    private static final int AGAIN = 5;

    /** Of what is declared, without secrets: to look only. */
    public static PlanOperation of(Program program, List<Module> modules, ClusterConnection cluster) {
        return of(program, modules, cluster, PlanningGoal.DECLARED);
    }

    public static PlanOperation of(Program program, List<Module> modules, ClusterConnection cluster,
            PlanningGoal goal) {
        Program desired = goal.goal() == PlanningGoal.Goal.DECLARED ? program : program.emptied();
        return new PlanOperation(new PlanningContext(desired, cluster, Observation.nothing()), modules, goal,
                SecretStore.EMPTY);
    }

    /**
     * To see all that the cluster has, whatever the files say of it.
     *
     * @param name of the program whose objects count as its own
     */
    public static PlanOperation ofAll(Program program, List<Module> modules, ClusterConnection cluster, String name) {
        return new PlanOperation(
                new PlanningContext(program.emptied().called(name), cluster, Observation.nothing(), true), modules,
                PlanningGoal.DECLARED, SecretStore.EMPTY);
    }

    /** The same with the secrets that the program names. */
    public PlanOperation with(SecretStore secrets) {
        return new PlanOperation(empty, modules, goal, secrets);
    }

    /** The same for a program of another name. */
    public PlanOperation called(String program) {
        return new PlanOperation(
                new PlanningContext(empty.program().called(program), empty.cluster(), empty.seen(), empty.whole()),
                modules, goal, secretStore);
    }

    /** One turn with each member; another where the first answers bring up new queries. */
    public Observation observe(ReadOnlyConnections members, CallTrace trace) throws UnreachableException {
        return observe(members, trace, Observation.nothing());
    }

    /** @param known what was answered before */
    public Observation observe(ReadOnlyConnections members, CallTrace trace, Observation known)
            throws UnreachableException {
        return secretStore.named(observe(new Collector(empty.cluster(), members, trace), known, this::queries));
    }

    private Observation observe(Collector collector, Observation known, Function<Observation, List<Query>> queries)
            throws UnreachableException {
        Observation seen = whole(collector, known, queries);
        for (int again = 0; again < AGAIN; again++) {
            List<Query> unsure = Planner.unsure(now(seen), modules);
            if (unsure.isEmpty() || !Collector.paused()) break;
            seen = whole(collector, seen.and(collector.ask(unsure).answers()), queries);
        }
        return seen;
    }

    private static Observation whole(Collector collector, Observation known,
            Function<Observation, List<Query>> queries)
            throws UnreachableException {
        Observation seen = known;
        for (List<Query> next = queries.apply(seen); !next.isEmpty(); next = queries.apply(seen))
            seen = seen.and(collector.ask(next).answers());
        return seen;
    }

    /** The same, and what the proofs ask besides, in the same turn. */
    public Observation observeWithProbes(ReadOnlyConnections members, CallTrace trace) throws UnreachableException {
        Set<Query> first = new LinkedHashSet<>(queries(Observation.nothing()));
        for (Probe probe : Planner.probes(empty, modules)) first.addAll(probe.queries(Observation.nothing()));
        return observe(members, trace, new Collector(empty.cluster(), members, trace).ask(first));
    }

    /** What must be seen when all is as the program says. */
    public List<Probe> probes(Observation seen) {
        return Planner.probes(now(seen), modules);
    }

    /** All that plans and imports may want to know, whatever the files say. */
    public Observation observeAll(ReadOnlyConnections members, CallTrace trace, Observation known)
            throws UnreachableException {
        return secretStore.named(observe(new Collector(empty.cluster(), members, trace), known, this::everything));
    }

    /** What the members would answer if the site had nothing yet. */
    public Observation unbuilt(boolean all) {
        EmptyCluster site = new EmptyCluster(empty);
        Observation seen = Observation.nothing();
        Function<Observation, List<Query>> queries = all ? this::everything : this::queries;
        for (List<Query> next = queries.apply(seen); !next.isEmpty(); next = queries.apply(seen))
            seen = seen.and(site.answers(next));
        return seen;
    }

    private List<Query> everything(Observation seen) {
        return Stream.concat(queries(seen).stream(), ClusterContents.queries(now(seen)).stream())
                .filter(asked -> !seen.answers().containsKey(asked)).distinct().toList();
    }

    private List<Query> queries(Observation seen) {
        return Planner.queries(now(seen), modules).stream()
                .filter(asked -> !seen.answers().containsKey(asked)).distinct().toList();
    }

    public PlanningResult plan(Observation seen) {
        return switch (goal.goal()) {
            case RELEASED -> Planner.release(now(seen), modules, goal.only());
            case REMOVED -> Planner.remove(now(seen), modules, goal.only());
            case DECLARED, GONE -> Planner.plan(now(seen), modules, goal.only());
        };
    }

    /** What is not as it should be, whether or not it could be mended now. */
    public PlanningResult compare(Observation seen) {
        return Planner.compare(now(seen), modules, goal.only());
    }

    /** What the cluster holds beside what the files say; values that a plan does not need are left out, as in files. */
    public UndeclaredState undeclared(Observation seen) {
        PlanningContext shown = now(seen.redacted(redaction(SecretRedactor.BLANK)));
        Set<ResourceId> ours = Planner.relied(shown, modules).stream().map(ObservedResource::id)
                .collect(Collectors.toSet());
        return new UndeclaredState(Planner.undeclared(shown, modules), new UndeclaredObjects(shown, ours).all(),
                ClusterContents.unanswered(shown).stream().map(path -> path.replaceFirst("[?&]recursion=1", ""))
                        .toList());
    }

    /** The objects that the plan relies on, as they were seen. */
    List<ObservedResource> relied(Observation seen) {
        return Planner.relied(now(seen), modules);
    }

    /** What a file may hold of what was seen. */
    public ObjectRedaction redaction(SecretRedactor secrets) {
        Map<String, Set<String>> declared = new HashMap<>();
        empty.program().each(d -> {
            Set<String> keys = declared.computeIfAbsent(d.name(), _ -> new HashSet<>());
            d.said().map(s -> ObjectRedaction.key(s.path())).forEach(keys::add);
            d.nested(KindName.NIC)
                    .forEach(
                            nic -> nic.said().forEach(s -> keys.add(nic.name() + "." + ObjectRedaction.key(s.path()))));
        });
        return new ObjectRedaction(secrets, empty.program().name(), declared);
    }

    /** What is wanted, and what was seen. */
    public PlanningContext now(Observation seen) {
        return new PlanningContext(empty.program(), empty.cluster(), seen, empty.whole());
    }
}
