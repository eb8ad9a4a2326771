package mcnet.report.json;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import mcnet.diagnostic.ControlCharacters;
import mcnet.diagnostic.Span;
import mcnet.reach.packet.BoxText;
import mcnet.reach.verdict.Hop;
import mcnet.reach.verdict.PairAnswer;
import mcnet.reach.verdict.ReachAnswer;
import mcnet.reach.verdict.ReachAnswer.TracedPacket;
import mcnet.reach.verdict.ReachMatrix;

/** Who reaches whom, for other programs. */
public final class ReachJson {
    private ReachJson() {}

    public static String of(ReachAnswer answer) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        write(root, answer);
        return print(root);
    }

    /** {@code {"cells": […]}}, each as one answer. */
    public static String of(ReachMatrix matrix) {
        ObjectNode root = new ObjectMapper().createObjectNode();
        ArrayNode cells = root.putArray("cells");
        matrix.cells().forEach(row -> row.stream().filter(c -> !c.text().isEmpty())
                .forEach(c -> write(cells.addObject(), matrix.answer(c))));
        return print(root);
    }

    private static void write(ObjectNode node, ReachAnswer answer) {
        node.put("from", answer.from()).put("to", answer.to()).put("traffic", answer.kinds())
                .put("verdict", answer.verdict().name().toLowerCase(Locale.ROOT));
        strings(node.putArray("arriving"), BoxText.of(answer.certain()));
        strings(node.putArray("stopped"), BoxText.of(answer.stopped()));
        packet(node, "arrives", answer.arrives());
        packet(node, "stops", answer.stops());
        ArrayNode ways = node.putArray("by_listeners");
        for (PairAnswer way : answer.byListeners()) {
            ObjectNode each = ways.addObject().put("listener", way.to().title());
            strings(each.putArray("arriving"), BoxText.of(way.certain()));
            strings(each.putArray("unknown"), List.copyOf(way.reasons()));
        }
        strings(node.putArray("unknown"), List.copyOf(answer.reasons()));
        strings(node.putArray("assumed"), answer.assumptions());
    }

    private static void strings(ArrayNode array, List<String> all) {
        all.forEach(array::add);
    }

    private static void packet(ObjectNode node, String name, Optional<TracedPacket> traced) {
        if (traced.isEmpty()) return;
        ObjectNode packet = node.putObject(name).put("packet", traced.get().packet().text());
        if (!traced.get().why().isEmpty()) packet.put("why", traced.get().why());
        ArrayNode hops = packet.putArray("hops");
        for (Hop hop : traced.get().hops()) {
            ObjectNode each = hops.addObject().put("hop", hop.title()).put("passes", hop.decision().passes())
                    .put("decision", hop.decision().text());
            Optional<Span> span = hop.decision().span();
            span.ifPresent(s -> each.put("file", s.source().name()).put("line", s.line()));
        }
    }

    private static String print(ObjectNode root) {
        return ControlCharacters.escapedJson(root.toPrettyString()) + "\n";
    }
}
