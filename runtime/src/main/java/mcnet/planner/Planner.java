package mcnet.planner;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.function.Function;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Severity;
import mcnet.lxd.MemberAvailability;
import mcnet.model.UnsupportedKinds;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.observe.Query;
import mcnet.observe.QueryTarget;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.ObservedResource;
import mcnet.plan.Plan;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.UndeclaredState;
import mcnet.planner.rule.DeclaredProduct;
import mcnet.planner.rule.ExistingObjects;
import mcnet.planner.rule.ExternalSubnetConflicts;
import mcnet.planner.rule.IncompleteNetworks;
import mcnet.planner.rule.LiveGrants;
import mcnet.planner.rule.MarkFormats;
import mcnet.planner.rule.Membership;
import mcnet.planner.rule.ServerSettings;
import mcnet.planner.rule.ServerVersions;
import mcnet.planner.rule.UnansweredQueries;
import mcnet.planner.rule.UnknownKeys;
import mcnet.planner.rule.UnmanagedObjects;
import mcnet.product.Product;
import mcnet.product.ServerWording;

/** Compares what the program wants with what the cluster has. Pure: the same facts give the same plan. */
public final class Planner {
    private final PlanningContext now;
    private final List<Module> modules;
    private final Map<String, Module> byKind;
    private final List<Diagnostic> obstacles = new ArrayList<>();

    private Planner(PlanningContext now, List<Module> modules) {
        this.now = now;
        this.modules = modules;
        this.byKind = modules.stream().collect(Collectors.toMap(m -> m.kind().name(), Function.identity()));
    }

    /** All that must be asked before {@link #plan}. */
    public static List<Query> queries(PlanningContext now, List<Module> modules) {
        List<Query> queries = new ArrayList<>(Membership.queries(now));
        for (Module module : modules) queries.addAll(module.queries(now));
        queries.addAll(UnknownKeys.queries(now));
        return queries;
    }

    /** What must be asked again before {@link #plan}: all lists, where one of them was answered as if it were not there. */
    public static List<Query> unsure(PlanningContext now, List<Module> modules) {
        List<Query> queries = queries(now, modules);
        return UnansweredQueries.vanished(queries, now).isEmpty() ? List.of() : UnansweredQueries.lists(queries);
    }

    /** What the cluster as a whole did not answer: silence is not absence. */
    public static List<Diagnostic> unanswered(PlanningContext now, List<Module> modules) {
        return worded(UnansweredQueries
                .of(queries(now, modules).stream().filter(a -> a.place().equals(QueryTarget.CLUSTER)).toList(), now),
                now);
    }

    /** A warning where an observation lacks answers that a plan of these files needs. */
    public static Optional<Diagnostic> unasked(PlanningContext now, List<Module> modules) {
        return UnansweredQueries.unasked(queries(now, modules), now).map(d -> worded(d, now));
    }

    /** A warning for each member that could not be reached. */
    public static List<Diagnostic> unreached(PlanningContext now) {
        return worded(MemberAvailability.unavailable(now).stream().filter(m -> !m.isReached())
                .map(m -> Participation.warning(m, now)).toList(), now);
    }

    /** Whether the members in the file are those of the cluster. */
    public static List<Diagnostic> membership(PlanningContext now) {
        return worded(Membership.identity(now), now);
    }

    /** Members in the file that the cluster does not have, under their name or at all. */
    public static List<Diagnostic> strangers(PlanningContext now) {
        return worded(Membership.strangers(now), now);
    }

    /** What it takes to have all as the program says. */
    public static PlanningResult plan(PlanningContext now, List<Module> modules) {
        return plan(now, modules, Selection.ALL);
    }

    /**
     * What it takes to have these objects as the program says, with what they cannot do without. Where the program declares
     * nothing, what it made is removed, and what it adopted is given back as it was.
     */
    public static PlanningResult plan(PlanningContext now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.plan(ResourceComparison.of(now, modules), only);
    }

    /**
     * The same, but what the program adopted and does not declare any more is removed, and not given back.
     *
     * @param now usually with a program that declares nothing
     */
    public static PlanningResult remove(PlanningContext now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.plan(ResourceComparison.removing(now, modules), only);
    }

    /** What is not as the program says, whether or not the server would take the changes now. */
    public static PlanningResult compare(PlanningContext now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.compared(ResourceComparison.of(now, modules), only);
    }

    /** What it takes to give these objects back as they are. */
    public static PlanningResult release(PlanningContext now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.plan(ResourceComparison.released(now, modules), only);
    }

    /** Half-made objects of a plan that may be whole in a moment, as far as the server tells. */
    public static Set<ResourceId> incomplete(Plan plan, PlanningContext now) {
        return plan.halfMade().stream().filter(found -> IncompleteNetworks.mayBecomeWhole(found, now))
                .map(ObservedResource::id)
                .collect(Collectors.toSet());
    }

    /** The objects that a plan looks at, as they are: those that are declared or the program's own. */
    public static List<ObservedResource> relied(PlanningContext now, List<Module> modules) {
        return ResourceComparison.of(now, modules).relied();
    }

    /** What the declared objects hold beside what is wanted of them. */
    public static List<UndeclaredState.Value> undeclared(PlanningContext now, List<Module> modules) {
        return ResourceComparison.of(now, modules).undeclared();
    }

    /** What must be seen when all is as the program says; needs no plan. */
    public static List<Probe> probes(PlanningContext now, List<Module> modules) {
        return Probes.of(now, modules);
    }

    /** Whether the cluster is not such that one could compare. */
    private boolean unreadable() {
        UnsupportedKinds.of(now.program()).forEach(d -> obstacles.add(d.as(Severity.ERROR)));
        if (!blocked()) obstacles.addAll(Membership.check(now));
        if (!blocked()) obstacles.addAll(DeclaredProduct.check(now));
        if (!blocked()) obstacles.addAll(ServerVersions.check(now));
        if (!blocked()) obstacles.addAll(UnansweredQueries.of(queries(now, modules), now));
        if (!blocked()) obstacles.addAll(MarkFormats.check(now));
        if (!blocked()) obstacles.addAll(UnmanagedObjects.check(now));
        if (!blocked()) obstacles.addAll(ExistingObjects.wrong(now, modules));
        return blocked();
    }

    private boolean blocked() {
        return obstacles.stream().anyMatch(Diagnostic::isError);
    }

    private PlanningResult nothing() {
        return planned(List.of(), List.of(), List.of());
    }

    private PlanningResult plan(ResourceComparison all, Selection only) {
        obstacles.addAll(
                new Participation(byKind, now).refused(chosen(all, only), id -> chosen(all, Selection.of(id))));
        return compared(all, only);
    }

    private List<Change> chosen(ResourceComparison all, Selection only) {
        return new TargetClosure(all.changes(), byKind, now, c -> all.hindered(c) ? List.of() : steps(c)).of(only);
    }

    private PlanningResult compared(ResourceComparison all, Selection only) {
        List<Change> changes = chosen(all, only);
        Set<ResourceId> about = changes.stream().map(Change::id).collect(Collectors.toCollection(LinkedHashSet::new));
        if (!only.isAll()) {
            Set<ResourceId> known = all.ids().collect(Collectors.toSet());
            obstacles.addAll(only.unknown(known));
            known.stream().filter(only::names).forEach(about::add);
        }
        if (only.isAll()) obstacles.addAll(ServerSettings.check(now));
        all.obstacles().stream().filter(o -> only.isAll() || about.contains(o.id()))
                .forEach(o -> obstacles.add(o.what()));
        LiveGrants.check(changes, now).values().forEach(obstacles::addAll);
        obstacles.addAll(ExternalSubnetConflicts.check(changes, now));
        for (Change change : changes)
            if (change.action() == Action.RELEASE && steps(change).isEmpty()) obstacles.add(keeps(change));
        return planned(changes, blocked() ? List.of() : StepOrder.of(changes, byKind, now, this::steps),
                Probes.of(now, modules).stream().filter(p -> only.isAll() || about.contains(p.subject())).toList());
    }

    private PlanningResult planned(List<Change> changes, List<Step> steps, List<Probe> probes) {
        return new PlanningResult(new Plan(now.program().name(), now.cluster(), changes, steps, probes,
                MemberAvailability.unavailable(now)),
                worded(obstacles.stream().distinct().toList(), now));
    }

    private List<Step> steps(Change change) {
        Module module = byKind.get(change.id().kind());
        return change.action() == Action.RELEASE ? module.release(change, now) : module.steps(change, now);
    }

    /** In the words of the server that the cluster has. */
    private static List<Diagnostic> worded(List<Diagnostic> diagnostics, PlanningContext now) {
        return diagnostics.stream().map(d -> worded(d, now)).toList();
    }

    private static Diagnostic worded(Diagnostic diagnostic, PlanningContext now) {
        return diagnostic.in(ServerWording.of(Product.of(now.seen())));
    }

    private static Diagnostic keeps(Change change) {
        return Diagnostic.error("MC0716", "cannot release " + change.id())
                .why("the module of this kind has no method release, which removes the mark")
                .fix("select other objects by --only, or add a method release to the module");
    }
}
