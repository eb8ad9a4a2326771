package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Each line of the threat model names tests that there are. */
class SecurityPageTest {
    private static final Path PAGE = Mcnet.HOME.resolve("docs/security.md");
    private static final List<Path> TESTS = Stream.of("tests", "runtime", "grammar")
            .map(m -> Mcnet.HOME.resolve(m).resolve("src/test/java")).toList();
    private static final Pattern METHOD = Pattern.compile("`(\\w+)#(\\w+)`");
    private static final Pattern CASE = Pattern.compile("`(check|preseed)/([\\w-]+)`");
    private static final Pattern FOLDER = Pattern.compile("`(plan|cli)/([\\w-]+)`");

    @Test
    void eachTestThatItNamesIsThere() throws IOException {
        String page = Files.readString(PAGE);
        List<String> missing = Stream.of(
                METHOD.matcher(page).results().filter(m -> !isMethod(m)),
                CASE.matcher(page).results().filter(m -> !Files.isDirectory(
                        Mcnet.HOME.resolve("runtime/src/test/resources").resolve(m.group(1)).resolve(m.group(2)))),
                FOLDER.matcher(page).results().filter(m -> !Files.isDirectory(
                        Mcnet.HOME.resolve("tests").resolve(m.group(1)).resolve(m.group(2)))))
                .flatMap(all -> all).map(MatchResult::group).toList();
        assertEquals(List.of(), missing);
    }

    @Test
    void eachLineNamesOne() throws IOException {
        List<String> lines = Files.readAllLines(PAGE).stream().filter(l -> l.startsWith("| "))
                .filter(l -> !l.startsWith("| ---") && !l.startsWith("| what it could try |")).toList();
        assertTrue(lines.size() > 10);
        assertEquals(List.of(), lines.stream().filter(l -> Stream.of(METHOD, CASE, FOLDER)
                .noneMatch(p -> p.matcher(l.substring(l.lastIndexOf(" | "))).find())).toList());
    }

    private static boolean isMethod(MatchResult named) {
        return TESTS.stream().anyMatch(root -> {
            try (Stream<Path> files = Files.walk(root)) {
                return files.filter(f -> f.endsWith(named.group(1) + ".java")).anyMatch(f -> holds(f, named.group(2)));
            } catch (IOException e) {
                return false;
            }
        });
    }

    private static boolean holds(Path file, String method) {
        try {
            return Files.readString(file).contains("void " + method + "(");
        } catch (IOException e) {
            return false;
        }
    }
}
