package mcnet.reach;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.cli.CommandInput;
import mcnet.cli.KnownKinds;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.report.terminal.Style;
import mcnet.report.text.DiagnosticText;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** A file is a case: expectations and flows, and beside it, in {@code .txt}, what {@code mcnet check} says of them. */
class ReachCasesTest {
    private static final KnownKinds KINDS = new KnownKinds(TestIndex.INDEX, Optional.empty(), List.of());
    private static final Path CASES = Path.of("src/test/resources/reach");

    static List<Path> cases() throws IOException {
        try (Stream<Path> files = Files.list(CASES)) {
            return files.filter(f -> f.toString().endsWith(".mcnet")).sorted().toList();
        }
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void provesOrRefutes(Path file) throws IOException {
        List<Diagnostic> found = CommandInput
                .check(List.of(new Source(file.getFileName().toString(), Files.readString(file))), KINDS).diagnostics();
        String told = found.isEmpty() ? "nothing\n" : new DiagnosticText(Style.PLAIN).all(found).toString();
        Path expected = Path.of(file.toString().replace(".mcnet", ".txt"));
        if (Boolean.getBoolean("update")) Files.writeString(expected, told);
        assertEquals(Files.readString(expected), told);
    }
}
