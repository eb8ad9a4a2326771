package mcnet.module;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.Declaration;
import mcnet.module.declaration.Kinds;
import mcnet.observe.Query;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.Field;
import mcnet.plan.ObservedResource;
import mcnet.plan.Probe;
import mcnet.plan.Step;
import mcnet.schema.Attribute;
import mcnet.schema.IndexFile;
import mcnet.schema.Kind;

/**
 * One kind of resource, told in one file: what may be said of it, what must be known, how it is made so, and how one
 * sees that it is. Facts in, steps out; a module does no I/O and keeps no state. It needs a public constructor without
 * parameters.
 */
public interface Module {

    /** Declares the kind that it manages, then those that only describe something: the only schema there is of them. */
    void declare(Kinds kinds);

    /** What it declares. The build asks for it; commands read the index. */
    default List<Kind> kinds() {
        Kinds kinds = new Kinds(getClass().getName());
        declare(kinds);
        return kinds.all();
    }

    /** The same kind as the index of the shipped modules has it, so that no start declares it anew. */
    default Kind kind() {
        return IndexFile.shipped().managedBy(getClass().getName()).orElseGet(() -> kinds().getFirst());
    }

    /** The attribute that a field of such an object stands for; none: a key that has no schema. */
    default Optional<Attribute> attribute(String field) {
        return kind().field(field);
    }

    /** Whether a declaration answers for a field of its object; what it does not answer for is its owner's. */
    default boolean covers(DesiredResource desired, Field field) {
        return true;
    }

    /** Kinds whose changes come before those of this one, beside those that a declaration refers to. */
    default List<String> follows() {
        return List.of();
    }

    /** The same as things are now, where it hangs on that. */
    default List<String> follows(PlanningContext now) {
        return follows();
    }

    /** What must be known before this kind can be planned. All modules' queries go out together. */
    default List<Query> queries(PlanningContext now) {
        return List.of();
    }

    /** A declaration as fields of the server. */
    default DesiredResource desired(Declaration declaration, PlanningContext now) {
        return DesiredAttributes.of(declaration, now.cluster());
    }

    /**
     * Why nothing is known of an object that the file declares, where a member does not answer: then it is neither compared
     * nor taken for absent.
     */
    default Optional<String> unknown(Declaration declaration, PlanningContext now) {
        return Optional.empty();
    }

    /** The objects of this kind that the cluster has, whoever made them. */
    default List<ObservedResource> found(PlanningContext now) {
        return List.of();
    }

    /**
     * What the server removes together with objects of this kind that are to go, where no module manages it: the records
     * of a zone.
     */
    default List<ObservedResource> parts(PlanningContext now) {
        return List.of();
    }

    /** What stands in the way of a change and must be mended first, by a person. */
    default List<Diagnostic> obstacles(DesiredResource desired, PlanningContext now) {
        return List.of();
    }

    /** What stands in the way of this change to what is there. */
    default List<Diagnostic> obstacles(Change change, PlanningContext now) {
        return List.of();
    }

    /**
     * The members that must take part for the server to make this change: unless a module says less, all. LXD tells all of
     * them of most changes and refuses one where a member is down ({@code lxd/cluster/notify.go NewNotifier},
     * {@code NotifyAll}).
     */
    default List<String> participants(Change change, PlanningContext now) {
        return now.declared();
    }

    /** What a change takes, in any order that {@link Step#after} keeps. */
    default List<Step> steps(Change change, PlanningContext now) {
        return List.of();
    }

    /**
     * What it takes to give an object back as it is: the mark goes, and nothing else.
     *
     * @return nothing where objects of this kind cannot be given back
     */
    default List<Step> release(Change change, PlanningContext now) {
        return List.of();
    }

    /** What must be seen of an object that others own, where the program only uses it. */
    default List<Probe> probes(Declaration existing, PlanningContext now) {
        return List.of();
    }

    /** What must be seen on the cluster when an object is as it is wanted. */
    default List<Probe> probes(DesiredResource desired, PlanningContext now) {
        return List.of();
    }
}
