package mcnet.cli;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.dataformat.yaml.YAMLFactory;
import java.io.File;
import java.io.IOException;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Source;
import mcnet.lang.Given;

/** Values of parameters from a YAML file. Loaded only where one is named. */
final class ValuesFile {
    private ValuesFile() {}

    static Map<String, Given> read(String file) throws IOException {
        JsonNode root = new ObjectMapper(new YAMLFactory()).readTree(new File(file));
        if (root == null || !root.isObject()) throw new IOException("it holds no names with values");
        return entries(root, file);
    }

    private static Map<String, Given> entries(JsonNode map, String place) {
        Map<String, Given> entries = new LinkedHashMap<>();
        map.properties().forEach(e -> entries.put(e.getKey(), given(e.getValue(), place + ", " + e.getKey())));
        return entries;
    }

    private static Given given(JsonNode node, String place) {
        if (node.isObject()) return new Given.Named(entries(node, place), new Source(place, node.toString()));
        if (!node.isArray()) return new Given.One(new Source(place, node.asText()));
        List<Given> elements = new ArrayList<>();
        node.forEach(each -> elements.add(given(each, place)));
        return new Given.Many(elements, new Source(place, node.toString()));
    }
}
