package mcnet.report.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import mcnet.observe.SecretRedactor;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.UndeclaredState;
import mcnet.planner.Drift;
import mcnet.report.json.PlanJson;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** What is not as the file says, an object a paragraph. */
public final class DriftText {
    private DriftText() {}

    public static TerminalText of(Drift drift, Style style) {
        TerminalText text = TerminalText.of("Program ").append(style.bold(drift.plan().program()))
                .append(" on cluster ").append(style.bold(drift.plan().cluster().name())).append('\n').append('\n');
        if (drift.isEmpty())
            return text.append("No drift: the cluster is as the file says")
                    .append(UnavailableText.reservation(drift.plan().unavailable())).line(".");
        for (Change change : drift.changes()) {
            text.append(style.action(change.action(), change.id().toString())).append(state(change));
            if (change.span() != null) text.append(style.faint("   " + SourceLocation.of(change.span())));
            text.append('\n');
            if (!change.differences().isEmpty() && change.found().isPresent())
                change.differences().forEach(d -> text.append("    ").append(line(d)).append('\n'));
            text.append('\n');
        }
        int count = drift.changes().size();
        return text.append(count == 1 ? "1 object is" : count + " objects are").line(" not as the file says.");
    }

    private static String state(Change change) {
        return switch (change.action()) {
            case CREATE -> " is missing";
            case REMOVE, FORGET -> change.note().isEmpty()
                    ? " is on the cluster, but not in the"
                            + " file"
                    : " is " + change.note();
            case RELEASE -> " has this program's mark, but the file does not declare it";
            case CHANGE, ADOPT -> "";
        };
    }

    private static String line(Difference d) {
        String field = d.field().attribute() + (d.field().member().isEmpty() ? "" : " on " + d.field().member());
        if (d.field().isElement())
            return field + " \"" + d.field().element() + "\" "
                    + (d.after().isEmpty() ? "is not in the file" : "is missing");
        return field + " is " + shown(d, d.before(), "unset") + ", should be " + shown(d, d.after(), "the default");
    }

    private static String shown(Difference d, String value, String none) {
        return value.isEmpty() ? none : SecretRedactor.BLANK.blank(d.field().attribute(), value);
    }

    /** For machines: {@code {"format": 2, "drift": [{"kind", "name", "state", "differences": […]}]}}. */
    public static String json(Drift drift) {
        return PlanJson.print(tree(drift));
    }

    /** The same with what the cluster holds beside it, as {@code undeclared}. */
    public static String json(Drift drift, UndeclaredState undeclared) {
        ObjectNode root = tree(drift);
        UndeclaredText.json(root.putObject("undeclared"), undeclared);
        return PlanJson.print(root);
    }

    private static ObjectNode tree(Drift drift) {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        root.put("format", PlanJson.FORMAT).put("program", drift.plan().program())
                .put("cluster", drift.plan().cluster().name());
        ArrayNode all = root.putArray("drift");
        drift.changes().forEach(c -> PlanJson.change(all.addObject(), c, SecretRedactor.BLANK));
        UnavailableText.write(root, drift.plan().unavailable());
        return root;
    }
}
