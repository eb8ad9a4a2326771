package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** {@code mcnet fmt --check} over what a user copies from. */
class FormattedTest {

    static List<Path> files() throws IOException {
        try (Stream<Path> roots = Stream.of("../examples", "../stdlib", "../tests/plan").map(Path::of)) {
            return roots.flatMap(FormattedTest::walk).filter(f -> f.toString().endsWith(".mcnet")).sorted().toList();
        }
    }

    private static Stream<Path> walk(Path root) {
        try {
            return Files.walk(root);
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }

    @ParameterizedTest
    @MethodSource("files")
    void isInItsOneForm(Path file) throws IOException {
        String text = Files.readString(file);
        assertEquals(Formatter.format(new Source(file.toString(), text)).text(), text);
    }
}
