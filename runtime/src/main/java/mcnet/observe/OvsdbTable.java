package mcnet.observe;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;

/** Reads a table as {@code ovs-vsctl --format=json} prints it (OVSDB's value notation, RFC 7047 section 5.1). */
public final class OvsdbTable {
    private OvsdbTable() {}

    /** The table's rows, each by column; empty where the question failed. */
    public static List<Map<String, JsonNode>> of(Answer answer) {
        List<Map<String, JsonNode>> rows = new ArrayList<>();
        JsonNode headings = answer.value().path("headings");
        for (JsonNode data : answer.value().path("data")) {
            Map<String, JsonNode> row = new LinkedHashMap<>();
            for (int i = 0; i < headings.size(); i++) row.put(headings.get(i).asText(), data.path(i));
            rows.add(row);
        }
        return rows;
    }

    /** A map column, keys and values as text. */
    public static SequencedMap<String, String> map(JsonNode column) {
        SequencedMap<String, String> map = new LinkedHashMap<>();
        if (column != null && column.path(0).asText().equals("map")) {
            for (JsonNode pair : column.path(1)) map.put(pair.path(0).asText(), pair.path(1).asText());
        }
        return map;
    }

    /** A set column, each element as text. */
    public static List<String> set(JsonNode column) {
        if (column == null || column.isMissingNode()) return List.of();
        if (!column.path(0).asText().equals("set") || !column.isArray()) return List.of(text(column));
        return column.path(1).valueStream().map(OvsdbTable::text).toList();
    }

    /** A scalar column, or a set of at most one, as text; empty where there is none. */
    public static String text(JsonNode column) {
        if (column == null || column.isMissingNode()) return "";
        if (!column.isArray()) return column.asText();
        String tag = column.path(0).asText();
        if (tag.equals("set")) return text(column.path(1).path(0));
        return column.path(1).asText();
    }
}
