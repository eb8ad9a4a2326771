package mcnet.report.text;

import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.diagnostic.ControlCharacters;
import mcnet.plan.ResourceId;
import mcnet.plan.UndeclaredState;
import mcnet.report.json.PlanJson;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** What the cluster holds beside what the files say, an object a paragraph; it is no difference and never changed. */
public final class UndeclaredText {
    private UndeclaredText() {}

    public static TerminalText of(UndeclaredState state, Style style) {
        TerminalText text = new TerminalText().append('\n').append(style.bold("Undeclared")).append('\n');
        if (state.values().isEmpty() && state.objects().isEmpty())
            text.line("  Nothing" + (state.unread().isEmpty() ? "." : " that is known."));
        values(state.values(), text, style);
        objects(state.objects(), text);
        if (!state.unread().isEmpty())
            text.append("  Unknown, because there was no answer: ").line(String.join(", ", state.unread()));
        return text;
    }

    private static void values(List<UndeclaredState.Value> values, TerminalText text, Style style) {
        Map<ResourceId, List<UndeclaredState.Value>> byObject = values.stream()
                .collect(Collectors.groupingBy(UndeclaredState.Value::id, LinkedHashMap::new, Collectors.toList()));
        byObject.forEach((id, all) -> {
            text.append("  ").line(id + " holds");
            int width = all.stream().mapToInt(v -> ControlCharacters.escaped(name(v)).length()).max().orElse(0);
            for (UndeclaredState.Value value : all) {
                String name = ControlCharacters.escaped(name(value));
                text.append("    ").append(name + " ".repeat(width - name.length())).append("  ")
                        .append(value.value());
                if (!value.serverDefault().isEmpty())
                    text.append(style.faint("   (server default: " + value.serverDefault() + ")"));
                text.append('\n');
            }
        });
    }

    private static String name(UndeclaredState.Value value) {
        return value.field().attribute()
                + (value.field().member().isEmpty() ? "" : " on " + value.field().member());
    }

    private static void objects(List<UndeclaredState.Thing> things, TerminalText text) {
        Map<String, List<UndeclaredState.Thing>> byPlace = things.stream()
                .collect(Collectors.groupingBy(UndeclaredState.Thing::where, LinkedHashMap::new, Collectors.toList()));
        byPlace.forEach((where, all) -> {
            text.append("  ").append(where).line(where.startsWith("project ") ? " has in it" : " has on it");
            all.forEach(thing -> text.append("    ").line(thing.id()
                    + (thing.owner().isEmpty() ? "" : ", of program " + thing.owner())));
        });
    }

    /** For machines: {@code {"attributes": […], "objects": […], "unread": […]}}. */
    public static void json(ObjectNode node, UndeclaredState state) {
        ArrayNode attributes = node.putArray("attributes");
        for (UndeclaredState.Value value : state.values()) {
            ObjectNode each = object(attributes, value.id());
            each.put("attribute", value.field().attribute());
            if (!value.field().member().isEmpty()) each.put("member", value.field().member());
            if (!value.key().isEmpty()) each.put("key", value.key());
            each.put("value", value.value());
            if (!value.serverDefault().isEmpty()) each.put("server_default", value.serverDefault());
        }
        ArrayNode objects = node.putArray("objects");
        for (UndeclaredState.Thing thing : state.objects()) {
            ObjectNode each = object(objects, thing.id());
            each.put("on", thing.where());
            if (!thing.owner().isEmpty()) each.put("program", thing.owner());
        }
        ArrayNode unread = node.putArray("unread");
        state.unread().forEach(unread::add);
    }

    private static ObjectNode object(ArrayNode all, ResourceId id) {
        ObjectNode each = all.addObject().put("kind", id.kind());
        PlanJson.place(each, id);
        return each;
    }
}
