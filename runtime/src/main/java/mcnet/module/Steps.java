package mcnet.module;

import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.Set;
import mcnet.plan.Call;
import mcnet.plan.Change;
import mcnet.plan.Proof;
import mcnet.plan.Step;

/** Writes down a step: {@code Steps.on(change, member, "create network web").post(…).undo("…").step()}. */
public final class Steps {
    private final Change change;
    private final String member;
    private final String id;
    private final List<Call> calls = new ArrayList<>();
    private final List<Proof> proofs = new ArrayList<>();
    private Set<String> after = Set.of();
    private String interrupts = "";
    private String undo = "";

    private Steps(Change change, String member, String id) {
        this.change = change;
        this.member = member;
        this.id = id;
    }

    public static Steps on(Change change, String member, String id) {
        return new Steps(change, member, id);
    }

    public Steps post(String path, ObjectNode body) {
        return call(new Call.Lxd("POST", path, body, new LinkedHashMap<>()));
    }

    /** Changes some keys of an object's config and leaves the others; an empty value removes a key. */
    public Steps patch(String path, ObjectNode body, SequencedMap<String, String> expected) {
        return call(new Call.Lxd("PATCH", path, body, expected));
    }

    public Steps delete(String path) {
        return call(new Call.Lxd("DELETE", path, null, new LinkedHashMap<>()));
    }

    public Steps externalIds(SequencedMap<String, String> set, List<String> remove, Map<String, String> expected) {
        return call(new Call.ExternalIds(set, remove, expected));
    }

    public Steps removeBridge(String bridge, String mappings) {
        return call(new Call.RemoveBridge(bridge, mappings));
    }

    public Steps proof(Proof proof) {
        proofs.add(proof);
        return this;
    }

    public Steps after(Set<String> ids) {
        after = ids;
        return this;
    }

    public Steps interrupts(String words) {
        interrupts = words;
        return this;
    }

    public Steps undo(String words) {
        undo = words;
        return this;
    }

    public Step step() {
        return new Step(id, change.id(), change.action(), member, calls, proofs, after, interrupts, undo);
    }

    /** A config object of the REST API; its values are always strings. */
    public static ObjectNode config(Map<String, String> config) {
        ObjectNode node = JsonNodeFactory.instance.objectNode();
        config.forEach(node::put);
        return node;
    }

    private Steps call(Call call) {
        calls.add(call);
        return this;
    }
}
