package mcnet.report.json;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.SerializationFeature;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.ControlCharacters;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Span;
import mcnet.observe.ObjectRedaction;
import mcnet.observe.SecretRedactor;
import mcnet.model.KindName;
import mcnet.plan.Action;
import mcnet.plan.Call;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Plan;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.schema.IndexFile;
import mcnet.plan.UndeclaredState;
import mcnet.report.text.UnavailableText;
import mcnet.report.text.UndeclaredText;

/**
 * A plan for machines. {@code format} counts up when a reader of the old form would misread the new one; new members may
 * appear at any time. The README documents it.
 */
public final class PlanJson {
    public static final int FORMAT = 2;
    private static final ObjectMapper JSON = new ObjectMapper().enable(SerializationFeature.INDENT_OUTPUT);

    private PlanJson() {}

    public static String of(Plan plan, List<Diagnostic> obstacles) {
        return print(whole(plan, obstacles));
    }

    /** The same with what the cluster holds beside it, as {@code undeclared}. */
    public static String of(Plan plan, List<Diagnostic> obstacles, UndeclaredState undeclared) {
        ObjectNode root = whole(plan, obstacles);
        UndeclaredText.json(root.putObject("undeclared"), undeclared);
        return print(root);
    }

    private static ObjectNode whole(Plan plan, List<Diagnostic> obstacles) {
        ObjectNode root = json(plan, obstacles, SecretRedactor.BLANK);
        UnavailableText.write(root, plan.unavailable());
        return root;
    }

    /**
     * What it does, as a tree, its secrets blanked so: two plans that do the same are the same, whoever was there when they
     * were made.
     */
    public static ObjectNode json(Plan plan, List<Diagnostic> obstacles, SecretRedactor secrets) {
        ObjectNode root = JSON.createObjectNode();
        root.put("format", FORMAT);
        root.put("program", plan.program());
        root.put("cluster", plan.cluster().name());
        ArrayNode members = root.putArray("members");
        plan.cluster().members().forEach(m -> members.add(m.name()));
        root.put("applicable", obstacles.stream().noneMatch(Diagnostic::isError));
        ArrayNode changes = root.putArray("changes");
        plan.changes().forEach(c -> change(changes.addObject(), c, secrets));
        ArrayNode steps = root.putArray("steps");
        plan.steps().forEach(s -> step(steps.addObject(), s, secrets));
        ArrayNode diagnostics = root.putArray("diagnostics");
        obstacles.forEach(d -> DiagnosticJson.write(diagnostics.addObject(), d));
        ObjectNode count = root.putObject("count");
        for (Action action : Action.values()) {
            boolean rare = action == Action.ADOPT || action == Action.RELEASE;
            if (!rare || plan.count(action) > 0) count.put(action.word(), plan.count(action));
        }
        count.put("steps", plan.steps().size());
        return root;
    }

    public static String print(ObjectNode root) {
        try {
            return ControlCharacters.escapedJson(JSON.writeValueAsString(root)) + "\n";
        } catch (JsonProcessingException e) {
            throw new IllegalStateException(e);
        }
    }

    public static void change(ObjectNode node, Change change, SecretRedactor secrets) {
        node.put("kind", change.id().kind());
        place(node, change.id());
        node.put("action", change.shown().word());
        if (!change.note().isEmpty()) node.put("note", change.note());
        place(node, change.span());
        ArrayNode differences = node.putArray("differences");
        for (Difference d : change.differences()) {
            ObjectNode difference = differences.addObject();
            difference.put("attribute", d.field().attribute());
            if (!d.field().member().isEmpty()) difference.put("member", d.field().member());
            if (d.field().isElement()) difference.put("element", d.field().element());
            difference.put("before", secrets.blank(d.field().attribute(), d.before()));
            difference.put("after", secrets.blank(d.field().attribute(), d.after()));
            difference.put("reason", d.reason().code());
            place(difference, d.span());
        }
    }

    private static void step(ObjectNode node, Step step, SecretRedactor secrets) {
        node.put("id", step.id());
        node.put("kind", step.resource().kind());
        place(node, step.resource());
        node.put("action", step.action().word());
        node.put("member", step.member());
        ArrayNode after = node.putArray("after");
        step.after().stream().sorted().forEach(after::add);
        if (!step.interrupts().isEmpty()) node.put("interrupts", step.interrupts());
        node.put("undo", step.undo());
        ArrayNode calls = node.putArray("calls");
        for (Call call : step.calls()) call(calls.addObject(), call, secrets);
        ArrayNode checks = node.putArray("checks");
        step.probes().forEach(p -> checks.add(p.claim()));
    }

    private static void call(ObjectNode node, Call call, SecretRedactor secrets) {
        switch (call) {
            case Call.Lxd lxd -> {
                node.put("method", lxd.method());
                node.put("path", lxd.path());
                if (lxd.body() != null)
                    node.set("body", new ObjectRedaction(secrets, "", Map.of()).of(lxd.path(), lxd.body()));
            }
            case Call.ExternalIds ids -> {
                ObjectNode set = node.putObject("external_ids");
                ids.set().forEach(set::put);
                ArrayNode remove = node.putArray("remove");
                ids.remove().forEach(remove::add);
            }
            case Call.RemoveBridge bridge ->
                node.put("remove_bridge", bridge.bridge()).put("bridge_mappings", bridge.mappings());
        }
    }

    public static void place(ObjectNode node, ResourceId id) {
        node.put("name", id.name());
        if (!id.network().isEmpty()) node.put(parent(id), id.network());
        if (!id.project().isEmpty()) node.put("project", id.project());
    }

    /** What it is a part of: {@code network} for a forward, {@code zone} for a record. */
    private static String parent(ResourceId id) {
        return IndexFile.shipped().kind(id.kind()).map(k -> k.server().parent()).filter(p -> !p.isEmpty())
                .orElse(KindName.NETWORK);
    }

    private static void place(ObjectNode node, Span span) {
        if (span == null) return;
        node.put("file", span.source().name());
        node.put("line", span.line());
    }
}
