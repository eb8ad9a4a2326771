package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.grammar.format.FormatResult;
import mcnet.grammar.format.Formatter;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * The laws of a formatter: what it made it leaves as it is, the tree stays the same, and every comment is kept. Folders
 * of {@code format} are examples, {@code given.mcnet} and {@code expected.mcnet}; {@code -Dupdate=true} writes the latter.
 */
class FormatterTest {
    private static final long SEED = Long.getLong("seed", 20261122);
    private static final int ROUNDS = Integer.getInteger("rounds", 400);
    private static final Path EXAMPLES = Path.of("src/test/resources/mcnet/grammar/format");

    /** Examples of the formatter, texts that read otherwise than they look, excerpts of odd lines, odd characters. */
    private static final Pattern ABOUT_LOOKS = Pattern.compile("/(format|reads)/|/(shown|char)-");

    static Stream<Path> examples() throws IOException {
        try (Stream<Path> folders = Files.list(EXAMPLES)) {
            return folders.sorted().toList().stream();
        }
    }

    @ParameterizedTest
    @MethodSource("examples")
    void looksLikeThis(Path folder) throws IOException {
        String given = Files.readString(folder.resolve("given.mcnet"));
        keepsTheLaws(given);
        Path expected = folder.resolve("expected.mcnet");
        if (Boolean.getBoolean("update"))
            Files.writeString(expected, format(given));
        assertEquals(Files.readString(expected), format(given));
    }

    /** Whatever a mistake of the layout may lose or move, it is not written. */
    @ParameterizedTest
    @ValueSource(strings = {"acl b { allow ingress tcp 8 }\n", "acl b { allow ingress tcp 80 }\n",
            "# two\n# one\nacl b { allow ingress tcp 80 }\n", "# one\n# two\nacl b { allow ingress tcp 80, }\n",
            "# one\nacl b { allow ingress tcp 80 } # two\n# two\n", "# one\n# two\nacl b { allow ingress tcp 80\n"})
    void whatWouldNotSayTheSameIsNotWritten(String text) {
        Source source = new Source("test.mcnet", "# one\n# two\nacl  b { allow ingress tcp 80 }\n");
        FormatResult formatted = Formatter.proved(source, Parser.concrete(source), text);
        assertEquals(source.text(), formatted.text());
        assertEquals(List.of("MC0161"), formatted.diagnostics().stream().map(Diagnostic::code).toList());
    }

    static List<Path> files() throws IOException {
        List<Path> all = new ArrayList<>();
        for (String root : List.of("src/test/resources", "../runtime/src/test/resources", "../examples", "../tests",
                "../stdlib"))
            try (Stream<Path> files = Files.walk(Path.of(root))) {
                files.filter(f -> f.toString().endsWith(".mcnet") && !f.toString().contains("/target/")).sorted()
                        .forEach(all::add);
            }
        return all;
    }

    @ParameterizedTest
    @MethodSource("files")
    void keepsTheLawsOnEveryFile(Path file) throws IOException {
        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        if (Trees.parse(text).diagnostics().stream().noneMatch(Diagnostic::isError))
            keepsTheLaws(text);
    }

    /** Every file that can be read looks as all do, but for cases that are about how a text looks. */
    @ParameterizedTest
    @MethodSource("files")
    void everyFileIsFormatted(Path file) throws IOException {
        if (ABOUT_LOOKS.matcher(file.toString()).find())
            return;
        String text = new String(Files.readAllBytes(file), java.nio.charset.StandardCharsets.UTF_8);
        if (Trees.parse(text).diagnostics().stream().noneMatch(Diagnostic::isError))
            assertEquals(format(text), text, "mcnet fmt " + file);
    }

    @Test
    void keepsTheLawsOnWhatNobodyWrote() {
        List<String> items = Resources.items();
        int read = 0;
        for (int round = 0; round < ROUNDS; round++) {
            String text = scattered(new Random(SEED + round), items);
            if (Trees.parse(text).diagnostics().stream().anyMatch(Diagnostic::isError))
                continue;
            read++;
            try {
                keepsTheLaws(text);
            } catch (RuntimeException | AssertionError e) {
                throw new AssertionError("-Dseed=" + (SEED + round) + " -Drounds=1:\n" + text, e);
            }
        }
        assertTrue(read > ROUNDS / 2 || ROUNDS == 1, read + " of " + ROUNDS + " can be read");
    }

    /**
     * Items with blanks, line ends and comments between any two of their words. Some of it is wrong, as an {@code =} at
     * the end of a line is.
     */
    private static String scattered(Random random, List<String> items) {
        StringBuilder text = new StringBuilder();
        int comments = 0;
        int open = 0;
        for (int i = 1 + random.nextInt(5); i > 0; i--) {
            if (random.nextInt(4) == 0) {
                text.append("network n").append(i).append(" {");
                open++;
            }
            String item = items.get(random.nextInt(items.size()));
            int end = 0;
            for (Token token : Parser.concrete(new Source("", item)).tokens()) {
                if (token.getType() == Token.EOF)
                    break;
                boolean mayPart = token.getStartIndex() > end || random.nextInt(8) == 0;
                end = token.getStopIndex() + 1;
                if (mayPart)
                    switch (random.nextInt(14)) {
                    case 0 -> text.append(random.nextBoolean() ? " " : "").append("# c").append(comments++)
                            .append('\n');
                    case 1 -> text.append("\n\n\n");
                    case 2 -> text.append("\n");
                    default -> text.append(' ');
                    }
                text.append(item, token.getStartIndex(), end);
            }
            text.append(random.nextBoolean() ? " " : "\n");
        }
        return text.append("} ".repeat(open)).toString();
    }

    private static void keepsTheLaws(String text) {
        String once = format(text);
        assertEquals(Trees.items(Trees.parse(text).file()), Trees.items(Trees.parse(once).file()), once);
        assertEquals(once, format(once));
        assertEquals(comments(text), comments(once));
    }

    private static String format(String text) {
        var formatted = Formatter.format(new Source("test.mcnet", text));
        assertEquals(List.of(), formatted.diagnostics().stream().filter(Diagnostic::isError).toList());
        return formatted.text();
    }

    /** In any order: a port that moves behind its protocol takes its comment along. */
    private static List<String> comments(String text) {
        return Parser.concrete(new Source("", text)).tokens().stream()
                .filter(t -> t.getChannel() != Token.DEFAULT_CHANNEL)
                .map(t -> text.substring(t.getStartIndex(), t.getStopIndex() + 1).replaceFirst("[ \\t\\f]+$", ""))
                .sorted()
                .toList();
    }
}
