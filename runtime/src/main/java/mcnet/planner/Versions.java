package mcnet.planner;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.Setting;
import mcnet.module.Situation;
import mcnet.observe.Asked;
import mcnet.schema.Attribute;

/**
 * What the server is too old for. It says itself what it can do, in {@code api_extensions} of {@code GET /1.0}; version
 * numbers say nothing, since fixes are taken over into older series.
 */
final class Versions {
    private static final Asked SERVER = Asked.cluster("/1.0");

    private Versions() {}

    static List<Asked> questions() {
        return List.of(SERVER);
    }

    static List<Diagnostic> check(Situation now) {
        JsonNode server = now.seen().of(SERVER).value();
        if (!server.path("api_extensions").isArray()) return List.of();
        Set<String> known = server.path("api_extensions").valueStream().map(JsonNode::asText)
                .collect(Collectors.toSet());
        String version = server.path("environment").path("server_version").asText();
        List<Diagnostic> wrong = new ArrayList<>();
        now.program().declarations().forEach(d -> check(d, known, version, wrong));
        return wrong;
    }

    private static void check(Declaration declaration, Set<String> known, String version, List<Diagnostic> wrong) {
        if (!has(declaration.kind().extension(), known))
            wrong.add(old("the kind " + declaration.kind().name(), declaration.kind().extension(), version,
                    declaration.span()));
        Stream.concat(Stream.of(declaration.settings()), declaration.on().values().stream())
                .flatMap(settings -> settings.values().stream())
                .forEach(setting -> check(declaration, setting, known, version, wrong));
        declaration.nested().forEach(inner -> check(inner, known, version, wrong));
    }

    private static void check(Declaration declaration, Setting setting, Set<String> known, String version,
            List<Diagnostic> wrong) {
        String extension = declaration.kind().attribute(setting.path()).map(Attribute::extension).orElse("");
        if (!has(extension, known)) wrong.add(old(setting.path(), extension, version, setting.span()));
    }

    private static boolean has(String extension, Set<String> known) {
        return extension.isEmpty() || known.contains(extension);
    }

    private static Diagnostic old(String what, String extension, String version, Span span) {
        return Diagnostic.error("MC0740", "the server does not know " + what, new Label(span, ""))
                .why("it came with the API extension " + extension + ", which version " + version + " does not list")
                .fix("leave it out, or upgrade the server on all members");
    }
}
