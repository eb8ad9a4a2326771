package mcnet.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Stream;
import mcnet.cli.CommandInput;
import mcnet.cli.KnownKinds;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.Formatter;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * The examples of pages: of a wrong one {@code mcnet check} reports the page's code and nothing else, of a right one
 * nothing.
 */
class CodeExamplesTest {
    private static final KnownKinds KINDS = new KnownKinds(TestIndex.INDEX, Optional.empty(), List.of());
    /** Reported of correct programs, and no mistake of an example: what this version of mcnet does not do yet. */
    private static final Set<String> NOT_YET = Set.of("MC0200");
    /** The character that is wrong is a space to the formatter, which writes a plain one. */
    private static final Set<String> FORMATTED = Set.of("MC0101");
    /** In 80 columns, of which {@code explain} indents four. */
    private static final int WIDTH = 76;

    /** @param told the codes that {@code mcnet check} reports of it */
    record Program(String page, String name, String text, List<String> told) {
        @Override
        public String toString() {
            return page + ", " + name;
        }
    }

    static List<Program> programs() {
        List<Program> programs = new ArrayList<>();
        for (CodePage page : CodePages.all().values()) {
            page.wrong().filter(CodeExamplesTest::isProgram).ifPresent(wrong -> programs
                    .add(new Program(page.code(), "wrong", wrong.text(), List.of(page.code()))));
            page.right().filter(CodeExamplesTest::isProgram).ifPresent(right -> programs
                    .add(new Program(page.code(), "right", right.text(), List.of())));
        }
        return programs;
    }

    private static boolean isProgram(CodePage.Example example) {
        return example.language().equals("mcnet");
    }

    /** Those that no other file belongs to. */
    static List<Program> alone() {
        return programs().stream().filter(p -> ExampleFile.of(p.page, "mcnet", p.text).isEmpty()).toList();
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("alone")
    void checkReportsWhatThePageSays(Program program) {
        List<Diagnostic> found = CommandInput.check(List.of(source(program)), KINDS).diagnostics();
        assertEquals(program.told, found.stream().map(Diagnostic::code)
                .filter(code -> code.equals(program.page) || !NOT_YET.contains(code)).toList(), found::toString);
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
    void isInTheLayoutOfTheFormatter(Program program) {
        if (!FORMATTED.contains(program.page))
            assertEquals(Formatter.format(source(program)).text(), program.text);
    }

    @Test
    void fitsATerminal() {
        for (CodePage page : CodePages.all().values())
            assertEquals(List.of(), Stream.of(page.wrong(), page.right()).flatMap(Optional::stream)
                    .flatMap(example -> example.text().lines()).filter(line -> line.length() > WIDTH).toList(),
                    page.code());
    }

    @Test
    void everyPageHasExamplesOrASituation() throws IOException {
        Map<String, String> without = without();
        assertEquals(List.of(), CodePages.all().values().stream().filter(CodeExamplesTest::isBare).map(CodePage::code)
                .filter(code -> !without.containsKey(code)).toList(),
                "pages without examples, and without a reason in without-example.txt");
        for (CodePage page : CodePages.all().values())
            assertEquals(page.wrong().isPresent(), page.right().isPresent(), page.code() + " has one of two examples");
    }

    @Test
    void whatHasNoExampleHasAPageAndAReason() throws IOException {
        without().forEach((code, reason) -> {
            assertTrue(CodePages.explain(code).filter(CodeExamplesTest::isBare).isPresent(), code);
            assertTrue(reason.contains(" "), code);
        });
    }

    private static boolean isBare(CodePage page) {
        return page.wrong().isEmpty() && page.situation().isEmpty();
    }

    private static Source source(Program program) {
        return new Source("shop.mcnet", program.text);
    }

    private static Map<String, String> without() throws IOException {
        Map<String, String> without = new TreeMap<>();
        try (Stream<String> lines = Files.lines(Path.of("src/test/resources/codes/without-example.txt"))) {
            lines.map(line -> line.split(" ", 2)).forEach(entry -> without.put(entry[0], entry[1]));
        }
        return without;
    }
}
