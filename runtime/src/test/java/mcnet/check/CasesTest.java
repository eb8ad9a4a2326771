package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.language.CompilerInputs;
import mcnet.language.ParameterValue;
import mcnet.report.terminal.Style;
import mcnet.report.text.DiagnosticText;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * A folder is a case: {@code .mcnet} files and {@code expected.txt}, all that a user is told of them; other folders only
 * hold cases. With {@code -Dupdate=true} the texts are written anew.
 */
class CasesTest {
    static final Path CASES = Path.of("src/test/resources/check");

    static Stream<Path> cases() throws IOException {
        return below(CASES).stream();
    }

    /** What lies in a case belongs to it. */
    private static List<Path> below(Path folder) throws IOException {
        List<Path> inside;
        try (Stream<Path> paths = Files.list(folder)) {
            inside = paths.sorted().toList();
        }
        if (inside.stream().anyMatch(Files::isRegularFile))
            return List.of(folder);
        List<Path> cases = new ArrayList<>();
        for (Path each : inside)
            cases.addAll(below(each));
        return cases;
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void tellsTheUser(Path folder) throws IOException {
        String told = told(folder);
        assertEquals(told, told(folder), "told differently the second time");
        Path expected = folder.resolve("expected.txt");
        if (Boolean.getBoolean("update"))
            Files.writeString(expected, told);
        assertTrue(Files.exists(expected), "no expected.txt; write it with -Dupdate=true and read it");
        assertEquals(Files.readString(expected), told);
    }

    private static String told(Path folder) throws IOException {
        List<Diagnostic> diagnostics = diagnostics(folder);
        return diagnostics.isEmpty() ? "nothing\n" : new DiagnosticText(Style.PLAIN).all(diagnostics).toString();
    }

    static List<Diagnostic> diagnostics(Path folder) throws IOException {
        CompiledPrograms compiled = compile(folder);
        List<Diagnostic> all = new ArrayList<>(compiled.diagnostics());
        all.addAll(Checks
                .check(compiled.perCluster().stream()
                        .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts()))
                        .toList()));
        return all;
    }

    /** What lies in folders below is read only where it is imported; {@code settings} holds what {@code --set} gives. */
    static CompiledPrograms compile(Path folder) throws IOException {
        List<Source> sources = new ArrayList<>();
        try (Stream<Path> files = Files.list(folder)) {
            for (Path file : files.filter(f -> f.toString().endsWith(".mcnet")).sorted().toList())
                sources.add(new Source(file.getFileName().toString(), Files.readString(file)));
        }
        Map<String, ParameterValue> settings = new LinkedHashMap<>();
        Path given = folder.resolve("settings");
        if (Files.exists(given))
            for (String line : Files.readAllLines(given)) {
                String[] parts = line.split("=", 2);
                settings.put(parts[0], new ParameterValue.One(new Source("--set " + parts[0], parts[1])));
            }
        return Compiler.compile(sources, TestIndex.INDEX, new CompilerInputs(new FolderReader(folder), settings));
    }
}
