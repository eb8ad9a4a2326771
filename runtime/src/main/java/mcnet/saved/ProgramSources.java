package mcnet.saved;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.language.CompilerInputs;
import mcnet.language.ParameterValue;
import mcnet.language.load.ImportReader;
import mcnet.language.load.UnreadableFile;

/**
 * All that a program is compiled from: its texts, those that they import, and its parameters.
 *
 * @param imports by who asked for what, {@code shop.mcnet\nnetworks.mcnet}, or a library's name
 */
public record ProgramSources(List<Source> texts, Map<String, Source> imports, Map<String, ParameterValue> settings) {

    /** Notes what a reader brings, for a recipe. */
    public record Recording(ImportReader reader, Map<String, Source> brought) implements ImportReader {
        @Override
        public Optional<Source> file(String from, String path) throws UnreadableFile {
            return noted(key(from, path), reader.file(from, path));
        }

        @Override
        public boolean isOutside(String from, String path) {
            return reader.isOutside(from, path);
        }

        @Override
        public Optional<Source> library(String name) {
            return noted(name, reader.library(name));
        }

        private Optional<Source> noted(String key, Optional<Source> source) {
            source.ifPresent(s -> brought.put(key, s));
            return source;
        }
    }

    /** What to compile the texts with: nothing is read but the recipe. */
    public CompilerInputs inputs() {
        return new CompilerInputs(new ImportReader() {
            @Override
            public Optional<Source> file(String from, String path) {
                return Optional.ofNullable(imports.get(key(from, path)));
            }

            @Override
            public Optional<Source> library(String name) {
                return Optional.ofNullable(imports.get(name));
            }
        }, settings);
    }

    private static String key(String from, String path) {
        return from + "\n" + path;
    }

    ObjectNode json() {
        ObjectNode root = JsonNodeFactory.instance.objectNode();
        ArrayNode all = root.putArray("texts");
        texts.forEach(t -> all.add(json(t)));
        ObjectNode brought = root.putObject("imports");
        imports.forEach((key, source) -> brought.set(key, json(source)));
        ObjectNode given = root.putObject("parameters");
        settings.forEach((name, value) -> given.set(name, json(value)));
        return root;
    }

    static ProgramSources of(JsonNode root) {
        List<Source> texts = new ArrayList<>();
        root.path("texts").forEach(t -> texts.add(source(t)));
        Map<String, Source> imports = new LinkedHashMap<>();
        root.path("imports").properties().forEach(e -> imports.put(e.getKey(), source(e.getValue())));
        return new ProgramSources(texts, imports, entries(root.path("parameters")));
    }

    private static ObjectNode json(Source source) {
        return JsonNodeFactory.instance.objectNode().put("name", source.name()).put("text", source.text());
    }

    private static Source source(JsonNode node) {
        return new Source(node.path("name").asText(), node.path("text").asText());
    }

    private static ObjectNode json(ParameterValue given) {
        Span span = given.span();
        ObjectNode node = JsonNodeFactory.instance.objectNode().put("start", span.start()).put("end", span.end());
        node.set("source", json(span.source()));
        switch (given) {
            case ParameterValue.One one -> node.put("text", one.text());
            case ParameterValue.Many many ->
                many.elements().forEach(e -> node.withArrayProperty("elements").add(json(e)));
            case ParameterValue.Named named -> {
                ObjectNode entries = node.putObject("entries");
                named.entries().forEach((name, value) -> entries.set(name, json(value)));
            }
        }
        return node;
    }

    private static ParameterValue given(JsonNode node) {
        Source source = source(node.path("source"));
        int start = node.path("start").asInt();
        int end = node.path("end").asInt();
        if (start < 0 || start > end || end > source.text().length())
            throw new IllegalArgumentException("a value of a parameter has no source");
        Span span = new Span(source, start, end);
        if (node.has("text")) return new ParameterValue.One(node.path("text").asText(), span);
        if (node.has("entries")) return new ParameterValue.Named(entries(node.path("entries")), span);
        List<ParameterValue> elements = new ArrayList<>();
        node.path("elements").forEach(e -> elements.add(given(e)));
        return new ParameterValue.Many(elements, span);
    }

    private static Map<String, ParameterValue> entries(JsonNode node) {
        Map<String, ParameterValue> entries = new LinkedHashMap<>();
        node.properties().forEach(e -> entries.put(e.getKey(), given(e.getValue())));
        return entries;
    }
}
