package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Source;
import mcnet.grammar.antlr.McnetLexer;
import mcnet.grammar.antlr.McnetParser;
import mcnet.grammar.format.Formatter;
import org.antlr.v4.runtime.BailErrorStrategy;
import org.antlr.v4.runtime.CharStreams;
import org.antlr.v4.runtime.CommonTokenStream;
import org.antlr.v4.runtime.atn.PredictionMode;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Every .mcnet file of the repository that can be read: in the fast mode, and what users copy from in its one form. */
class ExamplesTest {
    private static final Path ROOT = Path.of("..");
    /** Only here are files that cannot be read or do not look as fmt has them. */
    private static final List<String> CASES = List.of("../runtime/src/test/resources", "../grammar/src/test/resources");

    static List<Path> files() throws IOException {
        try (Stream<Path> all = Files.walk(ROOT)) {
            return all.filter(f -> f.toString().endsWith(".mcnet") && Files.isRegularFile(f))
                    .filter(f -> !f.toString().contains("/target/") && !f.startsWith("../tests/cli")).sorted()
                    .toList();
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isReadInTheFastModeAndFormatted(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        boolean isCase = CASES.stream().anyMatch(folder -> file.startsWith(folder));
        boolean isRead = Trees.parse(text).diagnostics().isEmpty();
        assertTrue(isRead || isCase, "cannot be read, and is no case of an error");
        if (!isRead)
            return;
        McnetParser parser = new McnetParser(
                new CommonTokenStream(new McnetLexer(CharStreams.fromString(text.replace("\ufeff", "")))));
        parser.getInterpreter().setPredictionMode(PredictionMode.SLL);
        parser.setErrorHandler(new BailErrorStrategy());
        parser.file();
        String formatted = Formatter.format(new Source(file.toString(), text)).text();
        assertTrue(isCase || formatted.equals(text), "mcnet fmt would change it");
    }
}
