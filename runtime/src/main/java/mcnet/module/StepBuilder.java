package mcnet.module;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.lxd.LxdConfig;
import mcnet.plan.Call;
import mcnet.plan.Change;
import mcnet.plan.Probe;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.StepConstraints;

/** Writes down a step: {@code Steps.on(change, member, "create network web").post(…).undo("…").step()}. */
public final class StepBuilder {
    private final Change change;
    private final String member;
    private final String id;
    private final List<Call> calls = new ArrayList<>();
    private final List<Probe> probes = new ArrayList<>();
    private Set<String> after = Set.of();
    private StepConstraints ties = StepConstraints.NONE;
    private String interrupts = "";
    private String undo = "";

    private StepBuilder(Change change, String member, String id) {
        this.change = change;
        this.member = member;
        this.id = id;
    }

    public static StepBuilder on(Change change, String member, String id) {
        return new StepBuilder(change, member, id);
    }

    public StepBuilder post(String path, ObjectNode body) {
        return call(new Call.Lxd("POST", path, body, null));
    }

    /** Changes some keys of an object's config and leaves the others; an empty value removes a key. */
    public StepBuilder patch(String path, ObjectNode body, SequencedMap<String, String> expected) {
        ObjectNode node = null;
        if (!expected.isEmpty()) {
            node = JsonNodeFactory.instance.objectNode();
            ObjectNode config = node.putObject("config");
            expected.forEach((key, value) -> {
                if (key.equals("description")) return;
                config.put(key, value);
            });
            if (expected.containsKey("description")) node.put("description", expected.get("description"));
        }
        return call(new Call.Lxd("PATCH", path, body, node));
    }

    /**
     * Replaces what can be written of an object.
     *
     * @param expected parts of the object as they were read
     */
    public StepBuilder put(String path, ObjectNode body, ObjectNode expected) {
        return call(new Call.Lxd("PUT", path, body, expected));
    }

    /**
     * Replaces what can be written of an object by the same without mcnet's keys, and with what the change puts back.
     *
     * @param writable as it was read
     */
    public StepBuilder unmark(String path, ObjectNode writable) {
        undo("declare it and adopt it");
        return put(path, LxdConfig.released(writable, change), writable);
    }

    public StepBuilder delete(String path) {
        return call(new Call.Lxd("DELETE", path, null, null));
    }

    public StepBuilder externalIds(SequencedMap<String, String> set, List<String> remove,
            Map<String, String> expected) {
        return call(new Call.ExternalIds(set, remove, expected));
    }

    public StepBuilder removeBridge(String bridge, String mappings) {
        return call(new Call.RemoveBridge(bridge, mappings));
    }

    public StepBuilder probe(Probe probe) {
        probes.add(probe);
        return this;
    }

    public StepBuilder after(Set<String> ids) {
        after = ids;
        return this;
    }

    /** Done after these are made; others need not wait for this step. */
    public StepBuilder needs(Set<ResourceId> ids) {
        ties = new StepConstraints(ids, ties.precedes(), ties.frees(), ties.replaces(), ties.late());
        return this;
    }

    /** Done before these are made or changed. */
    public StepBuilder precedes(Set<ResourceId> ids) {
        ties = new StepConstraints(ties.needs(), ids, ties.frees(), ties.replaces(), ties.late());
        return this;
    }

    /** The object refers to these no longer then, so that they may go. */
    public StepBuilder frees(Set<ResourceId> ids) {
        ties = new StepConstraints(ties.needs(), ties.precedes(), ids, ties.replaces(), ties.late());
        return this;
    }

    /** Done after these are removed. */
    public StepBuilder replaces(Set<ResourceId> ids) {
        ties = new StepConstraints(ties.needs(), ties.precedes(), ties.frees(), ids, ties.late());
        return this;
    }

    /** Done after all that may be refused and does not wait for this step. */
    public StepBuilder late() {
        ties = new StepConstraints(ties.needs(), ties.precedes(), ties.frees(), ties.replaces(), true);
        return this;
    }

    public StepBuilder interrupts(String words) {
        interrupts = words;
        return this;
    }

    public StepBuilder undo(String words) {
        undo = words;
        return this;
    }

    public Step step() {
        return new Step(id, change.id(), change.action(), member, calls, probes, after, ties, interrupts, undo);
    }

    /** A config object of the REST API; its values are always strings. */
    public static ObjectNode config(Map<String, String> config) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        config.forEach(node::put);
        return node;
    }

    /** What steps are called, for others to come after them. */
    public static Set<String> ids(List<Step> steps) {
        return steps.stream().map(Step::id).collect(Collectors.toSet());
    }

    private StepBuilder call(Call call) {
        calls.add(call);
        return this;
    }
}
