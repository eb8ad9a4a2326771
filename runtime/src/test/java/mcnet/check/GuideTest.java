package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.print.ItemText;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Every example of the guide, and those of the README as one program: clean, or with the codes that stand behind
 * {@code ```mcnet}.
 */
class GuideTest {
    private static final Pattern SNIPPET = Pattern.compile("```mcnet([^\n]*)\n(.*?)```", Pattern.DOTALL);

    record Snippet(String place, List<String> codes, String text) {
        @Override
        public String toString() {
            return place;
        }
    }

    static List<Snippet> snippets() throws IOException {
        List<Snippet> snippets = new ArrayList<>();
        snippets.addAll(of("LANGUAGE.md"));
        snippets.add(new Snippet("README.md", List.of(),
                of("README.md").stream().map(Snippet::text).collect(Collectors.joining("\n"))));
        assertTrue(snippets.size() > 8, "the guide has no examples");
        return snippets;
    }

    private static List<Snippet> of(String file) throws IOException {
        String page = Files.readString(Path.of("..").resolve(file));
        return SNIPPET.matcher(page).results().map(found -> new Snippet(
                file + ":" + page.substring(0, found.start()).lines().count(),
                Stream.of(found.group(1).split("[ ,]+")).filter(c -> !c.isEmpty()).toList(), found.group(2))).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("snippets")
    void saysWhatThePageSays(Snippet snippet) {
        CompiledPrograms compiled = Compiler.compile(List.of(new Source(snippet.place, snippet.text)), TestIndex.INDEX);
        List<Diagnostic> told = new ArrayList<>(compiled.diagnostics());
        told.addAll(Checks.check(compiled.perCluster().stream()
                .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts())).toList()));
        assertEquals(snippet.codes, told.stream().map(Diagnostic::code).toList(), told.toString());
        assertEquals(ItemText.of(compiled.items()), ItemText.of(Compiler
                .compile(List.of(new Source(snippet.place, snippet.text)), TestIndex.INDEX).items()));
    }
}
