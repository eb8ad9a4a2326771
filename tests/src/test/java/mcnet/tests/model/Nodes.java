package mcnet.tests.model;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Collectors;

/** JSON as LXD writes it. */
final class Nodes {
    private static final JsonNodeFactory JSON = JsonNodeFactory.instance;

    private Nodes() {}

    static ObjectNode object(String... keysAndValues) {
        ObjectNode object = JSON.objectNode();
        for (int i = 0; i < keysAndValues.length; i += 2) object.put(keysAndValues[i], keysAndValues[i + 1]);
        return object;
    }

    static ArrayNode texts(List<String> texts) {
        ArrayNode array = JSON.arrayNode();
        texts.forEach(array::add);
        return array;
    }

    static ArrayNode array(List<? extends JsonNode> nodes) {
        return JSON.arrayNode().addAll(nodes);
    }

    /** A config without empty values, which the database does not keep ({@code lxd/db/networks.go networkConfigAdd}). */
    static ObjectNode config(JsonNode config) {
        ObjectNode kept = JSON.objectNode();
        config.properties().stream().filter(e -> !e.getValue().asText().isEmpty())
                .forEach(e -> kept.put(e.getKey(), e.getValue().asText()));
        return kept;
    }

    /** {@code more} over {@code config}: what a PATCH does. */
    static ObjectNode merged(JsonNode config, JsonNode more) {
        ObjectNode merged = config.deepCopy();
        more.properties().forEach(e -> merged.set(e.getKey(), e.getValue()));
        return merged;
    }

    static List<String> split(String list) {
        return Arrays.stream(list.split(",")).map(String::strip).filter(e -> !e.isEmpty()).toList();
    }

    static boolean isTrue(String value) {
        return mcnet.lxd.LxdConfig.isTrue(value);
    }

    /** With the keys of every object in order. */
    static String sorted(JsonNode node) {
        if (node.isObject()) {
            Map<String, String> keys = new TreeMap<>();
            node.properties().forEach(e -> keys.put(e.getKey(), sorted(e.getValue())));
            return keys.toString();
        }
        return node.isArray()
                ? node.valueStream().map(Nodes::sorted).collect(Collectors.joining(",", "[", "]"))
                : node.toString();
    }
}
