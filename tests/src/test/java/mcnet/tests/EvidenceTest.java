package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lab.engine.CommandExit;
import mcnet.report.page.CodePage;
import mcnet.report.page.CodePages;
import mcnet.report.page.Evidence;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What pages of codes quote of the lab's server, it says: the commands that show it are those of {@code evidence.sh}. */
class EvidenceTest extends LabStory {
    private static final String SERVER = "LXD 5.0.2";
    private static final String SETUP = "setup";
    private static final List<Commands> TABLE = Stream.of(Script.text("evidence.sh").split("(?m)^# ")).skip(1)
            .map(Commands::of).filter(c -> c.heading.matches("setup|MC\\d{4}")).toList();

    private static List<String> said;

    /** @param heading a code, or {@code setup} */
    record Commands(String heading, List<String> lines) {
        static Commands of(String text) {
            List<String> lines = text.lines().map(String::strip).filter(l -> !l.isEmpty()).toList();
            return new Commands(lines.getFirst(), lines.subList(1, lines.size()));
        }

        @Override
        public String toString() {
            return heading;
        }
    }

    /** What a command of the table said, and its exit code. */
    record Told(String text, int exit) {}

    /** All commands of the table in one shell, since each start of one costs more than a refusal. */
    @BeforeAll
    static void ask() {
        assumeTrue(SERVER.equals("LXD " + lab.server().version()), "the pages quote " + SERVER);
        String script = TABLE.stream().flatMap(c -> c.lines.stream())
                .map(line -> "{ " + lab.here(line) + "\n} </dev/null 2>&1; printf '\\036%d\\036' $?")
                .collect(Collectors.joining("\n"));
        CommandExit ran = lab.exec("micro1", "sh", "-c", script);
        said = Arrays.asList(ran.stdout().split("\u001e"));
        List<String> failed = TABLE.stream().filter(c -> c.heading.equals(SETUP)).flatMap(c -> c.lines.stream()
                .filter(l -> told(c, c.lines.indexOf(l)).exit != 0).map(l -> l + ": " + told(c, c.lines.indexOf(l))))
                .toList();
        assertEquals(List.of(), failed);
    }

    static Stream<Commands> pages() {
        return TABLE.stream().filter(c -> !c.heading.equals(SETUP));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("pages")
    void theServerSaysWhatThePageQuotes(Commands commands) {
        CodePage page = CodePages.explain(commands.heading).orElseThrow();
        List<Told> told = new ArrayList<>();
        for (int i = 0; i < commands.lines.size(); i++)
            told.add(told(commands, i));
        Optional<List<String>> words = words(page);
        if (words.isEmpty()) {
            assertTrue(accepted(page), page::text);
            assertTrue(told.stream().allMatch(t -> t.exit == 0), told::toString);
            return;
        }
        assertEquals(words.get().size(), told.size(), "commands of " + commands.heading);
        for (int i = 0; i < told.size(); i++) {
            assertTrue(pattern(words.get().get(i)).matcher(told.get(i).text).find(), words.get().get(i) + "\nnot in\n"
                    + told.get(i).text);
            assertTrue(told.get(i).exit != 0, told.get(i).text);
        }
    }

    /** The codes of pages that quote the lab's server, or say that it accepts something. */
    static Set<String> quoted() {
        return CodePages.all().values().stream().filter(p -> words(p).isPresent() || accepted(p)).map(CodePage::code)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    /** The codes that the table has commands for. */
    static Set<String> asked() {
        return pages().map(Commands::heading).collect(Collectors.toCollection(TreeSet::new));
    }

    private static Told told(Commands commands, int line) {
        int before = TABLE.stream().takeWhile(c -> c != commands).mapToInt(c -> c.lines.size()).sum();
        return new Told(said.get(2 * (before + line)), Integer.parseInt(said.get(2 * (before + line) + 1)));
    }

    private static Optional<List<String>> words(CodePage page) {
        return page.probes().stream().filter(e -> e instanceof Evidence.Refusal a && a.program().equals(SERVER))
                .map(e -> ((Evidence.Refusal) e).words()).findFirst();
    }

    private static boolean accepted(CodePage page) {
        return page.probes().stream().anyMatch(e -> e instanceof Evidence.Acceptance a && a.program().equals(SERVER));
    }

    private static Pattern pattern(String words) {
        return Pattern.compile(Stream.of(lab.here(words).split("…")).map(Pattern::quote)
                .collect(Collectors.joining(".*")));
    }
}
