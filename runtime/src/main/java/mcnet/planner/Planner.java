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
import mcnet.model.Unbuilt;
import mcnet.module.Availability;
import mcnet.module.Module;
import mcnet.module.Situation;
import mcnet.observe.Asked;
import mcnet.observe.Place;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Found;
import mcnet.plan.Plan;
import mcnet.plan.Proof;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.UndeclaredState;

/** Compares what the program wants with what the cluster has. Pure: the same facts give the same plan. */
public final class Planner {
    private final Situation now;
    private final List<Module> modules;
    private final Map<String, Module> byKind;
    private final List<Diagnostic> obstacles = new ArrayList<>();

    private Planner(Situation now, List<Module> modules) {
        this.now = now;
        this.modules = modules;
        this.byKind = modules.stream().collect(Collectors.toMap(m -> m.kind().name(), Function.identity()));
    }

    /** All that must be asked before {@link #plan}. */
    public static List<Asked> questions(Situation now, List<Module> modules) {
        List<Asked> questions = new ArrayList<>(Membership.questions(now));
        for (Module module : modules) questions.addAll(module.questions(now));
        questions.addAll(UnknownKeys.questions(now));
        return questions;
    }

    /** What must be asked again before {@link #plan}: all lists, where one of them was answered as if it were not there. */
    public static List<Asked> unsure(Situation now, List<Module> modules) {
        List<Asked> questions = questions(now, modules);
        return Unread.vanished(questions, now).isEmpty() ? List.of() : Unread.lists(questions);
    }

    /** What the cluster as a whole did not answer: silence is not absence. */
    public static List<Diagnostic> unanswered(Situation now, List<Module> modules) {
        return Unread.of(questions(now, modules).stream().filter(a -> a.place().equals(Place.CLUSTER)).toList(), now);
    }

    /** A warning where an observation lacks answers that a plan of these files needs. */
    public static Optional<Diagnostic> unasked(Situation now, List<Module> modules) {
        return Unread.unasked(questions(now, modules), now);
    }

    /** A warning for each member that could not be reached. */
    public static List<Diagnostic> unreached(Situation now) {
        return Availability.unavailable(now).stream().filter(m -> !m.isReached())
                .map(m -> Participation.warning(m, now)).toList();
    }

    /** Whether the members in the file are those of the cluster. */
    public static List<Diagnostic> membership(Situation now) {
        return Membership.identity(now);
    }

    /** Members in the file that the cluster does not have, under their name or at all. */
    public static List<Diagnostic> strangers(Situation now) {
        return Membership.strangers(now);
    }

    /** What it takes to have all as the program says. */
    public static Planned plan(Situation now, List<Module> modules) {
        return plan(now, modules, Selection.ALL);
    }

    /**
     * What it takes to have these objects as the program says, with what they cannot do without. Where the program declares
     * nothing, what it made is removed, and what it adopted is given back as it was.
     */
    public static Planned plan(Situation now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.plan(Comparison.of(now, modules), only);
    }

    /**
     * The same, but what the program adopted and does not declare any more is removed, and not given back.
     *
     * @param now usually with a program that declares nothing
     */
    public static Planned remove(Situation now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.plan(Comparison.removing(now, modules), only);
    }

    /** What is not as the program says, whether or not the server would take the changes now. */
    public static Planned compare(Situation now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.compared(Comparison.of(now, modules), only);
    }

    /** What it takes to give these objects back as they are. */
    public static Planned release(Situation now, List<Module> modules, Selection only) {
        Planner planner = new Planner(now, modules);
        return planner.unreadable() ? planner.nothing() : planner.plan(Comparison.released(now, modules), only);
    }

    /** Half-made objects of a plan that may be whole in a moment, as far as the server tells. */
    public static Set<ResourceId> becoming(Plan plan, Situation now) {
        return plan.halfMade().stream().filter(found -> HalfMade.mayBecomeWhole(found, now)).map(Found::id)
                .collect(Collectors.toSet());
    }

    /** The objects that a plan looks at, as they are: those that are declared or the program's own. */
    public static List<Found> relied(Situation now, List<Module> modules) {
        return Comparison.of(now, modules).relied();
    }

    /** What the declared objects hold beside what is wanted of them. */
    public static List<UndeclaredState.Value> undeclared(Situation now, List<Module> modules) {
        return Comparison.of(now, modules).undeclared();
    }

    /** What must be seen when all is as the program says; needs no plan. */
    public static List<Proof> proofs(Situation now, List<Module> modules) {
        return Proofs.of(now, modules);
    }

    /** Whether the cluster is not such that one could compare. */
    private boolean unreadable() {
        Unbuilt.of(now.program()).forEach(d -> obstacles.add(d.as(Severity.ERROR)));
        if (!blocked()) obstacles.addAll(Membership.check(now));
        if (!blocked()) obstacles.addAll(Versions.check(now));
        if (!blocked()) obstacles.addAll(Unread.of(questions(now, modules), now));
        if (!blocked()) obstacles.addAll(MarkFormats.check(now));
        if (!blocked()) obstacles.addAll(Others.check(now));
        if (!blocked()) obstacles.addAll(Claims.wrong(now, modules));
        return blocked();
    }

    private boolean blocked() {
        return obstacles.stream().anyMatch(Diagnostic::isError);
    }

    private Planned nothing() {
        return planned(List.of(), List.of(), List.of());
    }

    private Planned plan(Comparison all, Selection only) {
        obstacles.addAll(
                new Participation(byKind, now).refused(chosen(all, only), id -> chosen(all, Selection.of(id))));
        return compared(all, only);
    }

    private List<Change> chosen(Comparison all, Selection only) {
        return new Closure(all.changes(), byKind, now, c -> all.hindered(c) ? List.of() : steps(c)).of(only);
    }

    private Planned compared(Comparison all, Selection only) {
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
        obstacles.addAll(TakenSubnets.check(changes, now));
        for (Change change : changes)
            if (change.action() == Action.RELEASE && steps(change).isEmpty()) obstacles.add(keeps(change));
        return planned(changes, blocked() ? List.of() : Order.of(changes, byKind, now, this::steps),
                Proofs.of(now, modules).stream().filter(p -> only.isAll() || about.contains(p.subject())).toList());
    }

    private Planned planned(List<Change> changes, List<Step> steps, List<Proof> proofs) {
        return new Planned(new Plan(now.program().name(), now.cluster(), changes, steps, proofs,
                Availability.unavailable(now)),
                obstacles.stream().distinct().toList());
    }

    private List<Step> steps(Change change) {
        Module module = byKind.get(change.id().kind());
        return change.action() == Action.RELEASE ? module.release(change, now) : module.steps(change, now);
    }

    private static Diagnostic keeps(Change change) {
        return Diagnostic.error("MC0716", change.id() + " cannot be given back")
                .why("the module of this kind does not say how its mark is taken off")
                .fix("name what is to be given back by --only, or give the module a method release");
    }
}
