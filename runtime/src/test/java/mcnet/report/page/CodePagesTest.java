package mcnet.report.page;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Optional;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Codes of the language: reading (1), names and types (2), rules (3), reuse (4), sentences (5), inventories (61), preseeds (62 to 64). */
class CodePagesTest {
    private static final Pattern USED = Pattern.compile("\"(MC0(?:[12345]\\d\\d|6[1-4]\\d))\"");
    private static final Pattern ANY = Pattern.compile("\"(MC0\\d{3})\"");
    private static final Pattern TOLD = Pattern.compile("\\[(MC0(?:[12345]\\d\\d|6[1-4]\\d))\\]");

    /** Bounds, whose texts are made by {@code BoundsTest}; and what nobody should ever see, of {@code FormatterTest}. */
    private static final List<String> MADE = List.of("MC0161", "MC0162", "MC0164", "MC0165", "MC0166", "MC0167",
            "MC0169");

    @Test
    void eachCodeIsUsedInOnePlace() throws IOException {
        List<String> again = new ArrayList<>(used(USED));
        new TreeSet<>(again).forEach(again::remove);
        assertEquals(List.of(), again);
    }

    @Test
    void eachCodeIsExplained() throws IOException {
        TreeSet<String> without = new TreeSet<>(used(ANY));
        without.removeAll(CodePages.all().keySet());
        assertEquals(new TreeSet<>(), without);
    }

    @Test
    void onePageIsReadAsAmongAll() {
        CodePages.all().forEach((code, page) -> assertEquals(Optional.of(page), CodePages.explain(code)));
        assertEquals(Optional.empty(), CodePages.explain("MC9999"));
        assertEquals(Optional.empty(), CodePages.explain("NETWORK"));
    }

    @Test
    void eachPageSaysHowItIsKnown() {
        for (CodePage page : CodePages.all().values()) {
            assertFalse(page.evidence().isEmpty(), page.code() + " has no line that begins with Evidence:");
            assertEquals(page.evidence().size(), page.probes().size(), () -> "a form that is unknown: " + page.text());
        }
    }

    @Test
    void nothingOfAPageStandsOutsideOfItsForm() {
        for (CodePage page : CodePages.all().values()) {
            assertFalse(page.prose().isEmpty(), page.code());
            assertFalse(page.prose().matches("(?is).*(\\bevidence:|```|^wrong:|^right:|^situation:).*"), page.text());
        }
    }

    @ParameterizedTest
    @ValueSource(strings = {"LXD answers `No free IPs available`.", "LXD 5.0.2 answers No free IPs available.",
            "LXD 5.0.2, `driver_ovn`, `Validate`.", "LXD 5.0.2, `lxd//driver.go`, `Validate`.", "RFC 4291.",
            "our choice.", "our choice", "facts/lxd-ovn.md", ""})
    void knowsNoOtherForm(String text) {
        assertEquals(Optional.empty(), Evidence.of(text));
    }

    @Test
    void showsAPageWithItsExamples() {
        assertEquals("""
                MC0001 A title

                What it means,
                in two lines.

                Evidence: LXD 5.0.2 answers `No "…"`, `None`.
                Evidence: our choice: so it is.

                Wrong:

                    a {

                      b
                    }

                Right:

                    c

                Situation:

                    error[MC0001]: a title""", CodePage.of("""
                MC0001 A title
                What it means,
                in two lines.

                Evidence: LXD 5.0.2 answers `No "…"`, `None`.
                Evidence: our choice: so it is.

                Wrong:
                ```mcnet
                a {

                  b
                }
                ```
                Right:
                ```yaml
                c
                ```
                Situation:
                ```text
                error[MC0001]: a title
                ```
                """).text());
    }

    @Test
    void eachCodeHasACase() throws IOException {
        List<String> told = find(Path.of("src/test/resources/check"), "expected.txt", TOLD);
        List<String> elsewhere = Stream.of(find(Path.of("src/test/resources/preseed"), "expected.txt", TOLD),
                find(Path.of("src/test/resources/reach"), ".txt", TOLD),
                find(Path.of("../tests/plan"), "expected.txt", TOLD),
                find(Path.of("../tests/cli"), "expected.err", TOLD), find(Path.of("../tests/import"), ".err", TOLD))
                .flatMap(List::stream).toList();
        assertEquals(new TreeSet<>(used(USED)), new TreeSet<>(Stream.of(told, elsewhere, MADE).flatMap(List::stream)
                .toList()));
    }

    private static List<String> used(Pattern pattern) throws IOException {
        List<String> used = new ArrayList<>();
        for (String sources : List.of("../grammar/src/main/java", "src/main/java", "../modules")) {
            used.addAll(find(Path.of(sources), ".java", pattern));
            used.addAll(find(Path.of(sources), ".groovy", pattern));
        }
        Collections.sort(used);
        return used;
    }

    private static List<String> find(Path root, String ending, Pattern pattern) throws IOException {
        try (Stream<Path> files = Files.walk(root)) {
            return files.filter(f -> f.toString().endsWith(ending)).flatMap(f -> matches(f, pattern)).toList();
        }
    }

    private static Stream<String> matches(Path file, Pattern pattern) {
        try {
            return pattern.matcher(Files.readString(file)).results().map((MatchResult r) -> r.group(1));
        } catch (IOException e) {
            throw new java.io.UncheckedIOException(e);
        }
    }
}
