package mcnet.lab.image;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** One place that apt takes packages from, whichever of its two formats it is written in. */
record AptSource(String uri, List<String> suites, List<String> components) {

    /** Reads the format of {@code sources.list}: {@code deb [options] URI SUITE COMPONENT…}. */
    static List<AptSource> parseOneLine(String text) {
        return text.lines().map(AptSource::withoutComment).filter(line -> line.startsWith("deb "))
                .map(line -> line.substring(4).replaceFirst("^\\s*\\[[^]]*]", "").strip().split("\\s+"))
                .filter(words -> words.length >= 2)
                .map(words -> new AptSource(words[0], List.of(words[1]),
                        List.of(words).subList(2, words.length)))
                .toList();
    }

    /** Reads the format of {@code *.sources}: stanzas of fields, as in a Debian control file. */
    static List<AptSource> parseStanzas(String text) {
        List<AptSource> sources = new ArrayList<>();
        for (String stanza : text.lines().filter(line -> !line.startsWith("#")).reduce("", (a, b) -> a + "\n" + b)
                .split("\\n\\s*\\n")) {
            Map<String, List<String>> fields = fields(stanza);
            boolean enabled = !fields.getOrDefault("enabled", List.of()).contains("no");
            if (!enabled || !fields.getOrDefault("types", List.of()).contains("deb"))
                continue;
            for (String uri : fields.getOrDefault("uris", List.of()))
                sources.add(new AptSource(uri, fields.getOrDefault("suites", List.of()),
                        fields.getOrDefault("components", List.of())));
        }
        return sources;
    }

    private static Map<String, List<String>> fields(String stanza) {
        Map<String, List<String>> fields = new HashMap<>();
        String field = "";
        for (String line : stanza.lines().toList()) {
            int colon = line.indexOf(':');
            boolean continues = line.startsWith(" ") || line.startsWith("\t");
            if (!continues && colon > 0)
                field = line.substring(0, colon).toLowerCase();
            String value = continues ? line : line.substring(colon + 1);
            fields.computeIfAbsent(field, f -> new ArrayList<>())
                    .addAll(Arrays.stream(value.strip().split("\\s+")).filter(word -> !word.isEmpty()).toList());
        }
        return fields;
    }

    private static String withoutComment(String line) {
        int hash = line.indexOf('#');
        return (hash < 0 ? line : line.substring(0, hash)).strip();
    }
}
