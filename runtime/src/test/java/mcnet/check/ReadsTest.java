package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.language.print.ItemText;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * What reads otherwise than a reader thinks. Each input of the language's table of such cases is a folder in {@code
 * reads}, the number of its row in front; {@link CasesTest} compares what is said of it.
 */
class ReadsTest {
    private static final Path READS = CasesTest.CASES.resolve("reads");
    /** How many inputs each of the thirteen rows has. */
    private static final List<Integer> ROWS = List.of(1, 1, 2, 2, 3, 2, 1, 2, 4, 2, 1, 1, 8);

    static Stream<Path> plainly() throws IOException {
        return CasesTest.cases().filter(c -> c.startsWith(READS)).filter(c -> Files.isDirectory(c.resolve("like")));
    }

    @Test
    void everyInputOfTheTableIsHere() throws IOException {
        TreeMap<Integer, Integer> rows = CasesTest.cases().filter(c -> c.startsWith(READS))
                .collect(Collectors.groupingBy(c -> Integer.valueOf(c.getFileName().toString().substring(0, 2)),
                        TreeMap::new, Collectors.summingInt(_ -> 1)));
        assertEquals(ROWS, List.copyOf(rows.values()));
        assertEquals(ROWS.size(), rows.lastKey());
    }

    @ParameterizedTest
    @MethodSource("plainly")
    void readsAsIsSaidPlainly(Path folder) throws IOException {
        assertEquals(formatted(ItemText.of(CasesTest.compile(folder.resolve("like")).items())),
                formatted(ItemText.of(CasesTest.compile(folder).items())));
    }

    @Test
    void fmtMovesATrailingPortBehindTheProtocol() throws IOException {
        String text = Files.readString(READS.resolve("01-port-behind-a-subject/shop.mcnet"));
        assertTrue(text.contains("allow ingress tcp from network web port 5432"));
        assertTrue(formatted(text).contains("allow ingress tcp 5432 from network web\n"), formatted(text));
    }

    /** One mistake, said where it is. */
    @ParameterizedTest
    @CsvSource({"03-a-target-is-no-number, 80", "04-a-service-without-using, postgres",
            "05-range-shortened, 198.51.100.100-119", "06-dash-in-a-name, i-1",
            "07-address-with-a-port, fd42::1:8443", "08-two-slashes, 10.42.1.1//24", "10-comma-between-attributes, ','",
            "11-no-value, nic =", "12-brace-missing, {", "13-en-dash, –", "13-leading-zero, 010.42.1.10",
            "13-switch-in-python, True", "13-sigil-of-lxd, @internal", "13-curly-quotes, “the web tier”"})
    void pointsAt(String folder, String text) throws IOException {
        List<Diagnostic> told = CasesTest.diagnostics(READS.resolve(folder));
        assertEquals(List.of(text), told.stream().map(d -> d.labels().getFirst().span().text()).toList());
        assertTrue(!told.getFirst().fix().isEmpty());
    }

    private static String formatted(String text) {
        return Formatter.format(new Source("print", text)).text();
    }
}
