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
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
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
    /** Files of pages whose codes a program shows, unless {@code without-example.txt} says why it cannot. */
    private static final List<String> FILES = List.of("reading", "language", "sentences");
    private static final Pattern HEADING = Pattern.compile("(?m)^## (MC\\d{4})");
    private static final KnownKinds KINDS = new KnownKinds(TestIndex.INDEX, Optional.empty(), List.of());
    /** Reported of correct programs, and no mistake of an example: what this version of mcnet does not do yet. */
    private static final Set<String> NOT_YET = Set.of("MC0200", "MC0292");
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

    @ParameterizedTest(name = "{0}")
    @MethodSource("programs")
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
    void fitsATerminal() throws IOException {
        for (String code : codes())
            for (Optional<CodePage.Example> example : List.of(CodePages.all().get(code).wrong(),
                    CodePages.all().get(code).right()))
                assertEquals(List.of(), example.stream().flatMap(text -> text.text().lines())
                        .filter(line -> line.length() > WIDTH).toList(), code);
    }

    @Test
    void everyPageOfAFileHasExamples() throws IOException {
        Map<String, String> without = without();
        List<String> missing = codes().stream().filter(code -> CodePages.all().get(code).wrong().isEmpty())
                .filter(code -> !without.containsKey(code)).toList();
        assertEquals(List.of(), missing, "pages without examples, and without a reason in without-example.txt");
        for (CodePage page : CodePages.all().values())
            assertEquals(page.wrong().isPresent(), page.right().isPresent(), page.code() + " has one of two examples");
    }

    @Test
    void whatHasNoExampleHasAPageAndAReason() throws IOException {
        without().forEach((code, reason) -> {
            assertTrue(CodePages.explain(code).filter(page -> page.wrong().isEmpty()).isPresent(), code);
            assertTrue(reason.contains(" "), code);
        });
    }

    /** Of the pages of {@link #FILES}. */
    private static List<String> codes() throws IOException {
        List<String> codes = new ArrayList<>();
        for (String file : FILES)
            HEADING.matcher(Files.readString(Path.of("src/main/resources/mcnet/codes", file + ".md"))).results()
                    .map((MatchResult found) -> found.group(1)).forEach(codes::add);
        return codes;
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
