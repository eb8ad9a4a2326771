package mcnet.planner;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.Adoption;
import mcnet.lxd.MemberAvailability;
import mcnet.model.Declaration;
import mcnet.module.Module;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Difference;
import mcnet.plan.Field;
import mcnet.plan.Mark;
import mcnet.plan.ObservedResource;
import mcnet.plan.ResourceId;
import mcnet.plan.UndeclaredState;
import mcnet.planner.rule.CopiedMarks;
import mcnet.planner.rule.IncompleteNetworks;
import mcnet.planner.rule.MissingPrerequisites;
import mcnet.planner.rule.SharedProjectObjects;
import mcnet.planner.rule.UnknownKeys;

/** All objects, as the program wants them and as the cluster has them, side by side. */
final class ResourceComparison {
    private final PlanningContext now;
    private final boolean removesAdopted;
    private final List<Change> changes = new ArrayList<>();
    private final List<ObservedResource> found = new ArrayList<>();
    private final List<ObservedResource> parts = new ArrayList<>();
    private final List<DesiredResource> desired = new ArrayList<>();
    private final List<Obstacle> obstacles = new ArrayList<>();
    private final Map<String, Module> modules = new LinkedHashMap<>();

    /** What stands in the way of one object. */
    record Obstacle(ResourceId id, Diagnostic what) {}

    private ResourceComparison(PlanningContext now, boolean removesAdopted) {
        this.now = now;
        this.removesAdopted = removesAdopted;
    }

    /**
     * What it takes to have all as the program says. Of its objects that it does not declare, those that it made go, and
     * those that it adopted are given back as they were.
     */
    static ResourceComparison of(PlanningContext now, List<Module> modules) {
        return of(new ResourceComparison(now, false), modules);
    }

    /** The same, but what it adopted and does not declare goes too. */
    static ResourceComparison removing(PlanningContext now, List<Module> modules) {
        return of(new ResourceComparison(now, true), modules);
    }

    private static ResourceComparison of(ResourceComparison all, List<Module> modules) {
        modules.forEach(all::compare);
        all.replaceParts();
        MissingPrerequisites.of(all.desired, all.found, modules, all.now).forEach(all::add);
        all.check(modules);
        return all;
    }

    /** What stands in the way of what goes, and of what is given back. */
    private void check(List<Module> modules) {
        for (Change change : changes)
            if (change.action() == Action.REMOVE)
                add(change.id(), Ownership.removable(change, changes, everything(), now));
        for (Module module : modules)
            changes.stream().filter(c -> c.action() == Action.FORGET || c.action() == Action.RELEASE)
                    .filter(c -> c.id().kind().equals(module.kind().name()))
                    .forEach(c -> add(c.id(), module.obstacles(c, now)));
    }

    /** What it takes to give back all that the program made. */
    static ResourceComparison released(PlanningContext now, List<Module> modules) {
        ResourceComparison all = new ResourceComparison(now, false);
        for (Module module : modules) {
            for (ObservedResource each : module.found(now)) {
                all.found.add(each);
                if (!each.ownedBy(now.program().name())) continue;
                Change release = Change.release(each);
                all.add(each.id(), module.obstacles(release, now));
                all.changes.add(release);
            }
        }
        return all;
    }

    /** An object of the program's that it does not declare any more. */
    private Change undeclared(ObservedResource found, Module module) {
        if (found.mark().flatMap(Mark::adopted).isEmpty())
            return Change.remove(found, "").only(Differences.ofForgotten(found));
        if (removesAdopted)
            return Change.remove(found, "existed before this program").only(Differences.ofForgotten(found));
        return Change.giveBack(found, givenBack(found, module), Adoption.kept(found));
    }

    /** Keys of its own, and the NICs of a profile. */
    private static List<Difference> givenBack(ObservedResource found, Module module) {
        return Stream.concat(Adoption.differences(found, module.kind()).stream(),
                Differences.ofForgotten(found).stream().filter(d -> !d.before().equals(d.after()))).toList();
    }

    /**
     * What the program adopted and calls existing now is not its own: the mark goes, unless the server would refuse even
     * that. What it made stays its own: an import calls it existing where a member is away that knows the rest of it.
     */
    private void handOver(ObservedResource found, Module module) {
        Change release = Change.release(found).because("declared as existing; its mark is removed, nothing else"
                + " changes");
        if (found.mark().flatMap(Mark::adopted).isPresent() && found.whole()
                && MemberAvailability.unavailable(now).isEmpty()
                && module.obstacles(release, now).stream().noneMatch(Diagnostic::isError))
            changes.add(release);
    }

    private Diagnostic unknown(Declaration declaration, String why) {
        String cure = MemberAvailability.unavailable(now).isEmpty()
                ? "observe again with these files"
                : "start that member again";
        return Diagnostic
                .warning("MC0786", "cannot compare " + declaration.title(), new Label(declaration.span(), "not"
                        + " compared"))
                .why(why).fix(cure + "; until then it is unchanged");
    }

    /** What a member has that cannot be reached nobody knows. */
    private boolean isKnown(Field field) {
        return field.member().isEmpty() || now.members().contains(field.member());
    }

    private void replaceParts() {
        List<Change> all = ReplacedParts.with(List.copyOf(changes), desired);
        changes.clear();
        changes.addAll(all);
    }

    /** All objects, those of kinds that nobody manages too. */
    private List<ObservedResource> everything() {
        return Stream.concat(found.stream(), parts.stream()).toList();
    }

    List<Change> changes() {
        return changes;
    }

    List<Obstacle> obstacles() {
        return obstacles;
    }

    boolean hindered(Change change) {
        return obstacles.stream().anyMatch(o -> o.id().equals(change.id()) && o.what().isError());
    }

    /** Every object that there is or should be. */
    Stream<ResourceId> ids() {
        return Stream.concat(desired.stream().map(DesiredResource::id), found.stream().map(ObservedResource::id))
                .distinct();
    }

    /** What the plan relies on: the objects that are declared or ours, as they are. */
    List<ObservedResource> relied() {
        Set<ResourceId> declared = desired.stream().map(DesiredResource::id).collect(Collectors.toSet());
        return found.stream().filter(f -> declared.contains(f.id()) || f.ownedBy(now.program().name())).toList();
    }

    /** What the declared objects hold beside what is wanted of them. */
    List<UndeclaredState.Value> undeclared() {
        return UndeclaredValues.of(desired, found, modules);
    }

    private void add(ResourceId id, List<Diagnostic> some) {
        some.forEach(d -> obstacles.add(new Obstacle(id, d)));
    }

    private void compare(Module module) {
        modules.put(module.kind().name(), module);
        List<ObservedResource> there = module.found(now);
        Map<ResourceId, ObservedResource> byId = new LinkedHashMap<>();
        Set<ResourceId> twice = there.stream().filter(f -> byId.putIfAbsent(f.id(), f) != null)
                .map(ObservedResource::id)
                .collect(Collectors.toSet());
        now.program().all(module.kind().name()).forEach(d -> module.unknown(d, now).map(why -> unknown(d, why))
                .ifPresent(warning -> add(module.desired(d, now).id(), List.of(warning))));
        List<DesiredResource> all = now.program().all(module.kind().name())
                .filter(d -> module.unknown(d, now).isEmpty())
                .map(d -> module.desired(d, now)).toList();
        found.addAll(there);
        parts.addAll(module.parts(now));
        desired.addAll(all);
        for (DesiredResource each : all) {
            if (twice.contains(each.id())) add(each.id(), List.of(listedTwice(each.id())));
            add(each.id(), SharedProjectObjects.misplaced(each, now));
            add(each.id(), module.obstacles(each, now));
            for (Change change : changes(each, Optional.ofNullable(byId.get(each.id())))) {
                add(each.id(), module.obstacles(change, now));
                add(each.id(), UnknownKeys.of(change, now));
                changes.add(change);
            }
        }
        Set<ResourceId> declared = all.stream().map(DesiredResource::id).collect(Collectors.toSet());
        Set<ResourceId> existing = now.program().existing(module.kind().name())
                .map(d -> new ResourceId(d.kind().name(), d.name())).collect(Collectors.toSet());
        for (ObservedResource each : there) {
            boolean ours = each.ownedBy(now.program().name());
            if (declared.contains(each.id()) || existing.contains(each.id()) && !ours) continue;
            if (twice.contains(each.id()) && ours) add(each.id(), List.of(listedTwice(each.id())));
            if (ours && existing.contains(each.id())) handOver(each, module);
            else if (ours) changes.add(undeclared(each, module));
            else if (CopiedMarks.isOf(each, now.program()))
                add(each.id(), List.of(CopiedMarks.leftAlone(each, there, now)));
            else if (!each.whole()) add(each.id(), List.of(IncompleteNetworks.ofNobody(each, now)));
        }
    }

    /** Which of the two a change would reach is not known. */
    private static Diagnostic listedTwice(ResourceId id) {
        return Diagnostic.error("MC0830", "the cluster lists " + id + " twice")
                .why("a name must refer to one object, so mcnet cannot tell which of the two to change")
                .fix("compare with the server's own list: lxc query '/1.0/networks?recursion=1'");
    }

    private List<ObservedResource> there(String kind) {
        return found.stream().filter(f -> f.id().kind().equals(kind)).toList();
    }

    private List<Change> changes(DesiredResource desired, Optional<ObservedResource> there) {
        if (there.isEmpty()) return List.of(Change.create(desired, Differences.ofNew(desired)));
        ObservedResource found = there.get();
        List<Diagnostic> notOurs = Ownership.check(desired, found, there(desired.id().kind()), now);
        add(desired.id(), notOurs);
        if (!notOurs.isEmpty()) return List.of();
        if (!found.whole()) {
            return List.of(Change.remove(found, IncompleteNetworks.note(found, now)),
                    Change.create(desired, Differences.ofNew(desired)));
        }
        List<Difference> differences = Differences.between(desired, found, modules.get(desired.id().kind()),
                now.program().name());
        differences.removeIf(d -> !isKnown(d.field()));
        if (now.seen().recorded()) add(desired.id(), OmittedValues.of(desired, differences));
        boolean ours = found.mark().isPresent() || found.always();
        return differences.isEmpty() && ours ? List.of() : List.of(Change.change(desired, found, differences));
    }
}
