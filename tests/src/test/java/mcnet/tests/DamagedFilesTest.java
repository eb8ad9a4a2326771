package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import mcnet.report.terminal.Style;
import mcnet.report.text.JournalText;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Files that mcnet wrote and something else damaged: a clear error, or what can still be read; never a trace. */
class DamagedFilesTest {
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/traffic-created");
    private static final int ROUNDS = Boolean.getBoolean("mcnet.long") ? 5000 : 300;
    private static final Pattern PIECE = Pattern
            .compile("-?\\d+|true|false|null|\"([^\"\\\\]|\\\\.)*\"|[{}\\[\\]:,]");
    private static final List<String> VALUES = List.of("null", "0", "-1", "1e400", "99999999999999999999", "true", "[]",
            "{}", "\"\"", "\"\\u0000\"", "\"\\ud800\"", "\"10.0.0.0/99\"", "[[[[]]]]", "\"x\"", "{\"a\":1}", ",", ":",
            "}", "]", "\"");

    @TempDir
    Path folder;
    private Path damaged;

    @BeforeEach
    void file() {
        damaged = folder.resolve("damaged");
    }

    @Test
    void observations() throws IOException {
        every(CaseObservation.json(CASE.resolve("observed.json")).toPrettyString(),
                () -> InProcess.run(Style.PLAIN, "plan", "--observed",
                        damaged.toString(), CASE.resolve("desired.mcnet").toString()));
    }

    @Test
    void savedPlans() throws IOException {
        every(plan(), () -> InProcess.run(Style.PLAIN, "show", damaged.toString()));
    }

    @Test
    void journals() throws IOException {
        String journal = """
                {"time":"2026-01-01T12:00:00.123456","event":"begin","program":"shop","cluster":"c","steps":["micro1: a"]}
                {"time":"2026-01-01T12:00:01.123456","event":"sent","member":"micro1","call":"POST /1.0/networks","body":{"name":"web"}}
                {"time":"2026-01-01T12:00:02.123456","event":"answered","member":"micro1","call":"POST /1.0/networks","status":200}
                {"time":"2026-01-01T12:00:03.123456","event":"end","done":1,"failed":0,"notStarted":0}
                """;
        every(journal, () -> {
            try {
                return new Mcnet.Result(0, JournalText.of(damaged, Style.PLAIN) + JournalText.line(1, damaged), "");
            } catch (IOException e) {
                return new Mcnet.Result(1, "", "error: " + e.getMessage());
            }
        });
    }

    @ParameterizedTest
    @ValueSource(strings = {"", " ", "null", "[]", "7", "\"text\"", "{}", "{\"cluster\":7}", "{\"members\":[]}",
            "{\"cluster\":{\"what is this\":1}}", "{\"cluster\":{\"ovs\":1}}", "{\"mcnet-plan\":2}",
            "{\"mcnet-plan\":99}", "{\"mcnet-plan\":\"1\"}",
            "{\"mcnet-plan\":2,\"program\":{},\"plan\":{},\"observed\":{}}",
            "program shop\n", "{\"cluster\":{}} {}"})
    void whatIsNoneIsRefused(String text) throws IOException {
        Files.writeString(damaged, text);
        for (String[] command : List.of(
                new String[]{"plan", "--observed", damaged.toString(), CASE.resolve("desired.mcnet").toString()},
                new String[]{"show", damaged.toString()})) {
            Mcnet.Result said = InProcess.run(Style.PLAIN, command);
            assertEquals(1, said.status(), said::toString);
            assertTrue(Pattern.compile("(?m)^error\\[MC").matcher(said.err()).find(), said::toString);
        }
    }

    @Test
    void deepOnesAreRefused() throws IOException {
        for (String text : List.of("[".repeat(100_000), "{\"cluster\":{\"GET /1.0\":" + "[".repeat(100_000),
                "{\"mcnet-plan\":2,\"program\":" + "{\"a\":".repeat(100_000)))
            whatIsNoneIsRefused(text);
    }

    private String plan() throws IOException {
        Path plan = folder.resolve("shop.plan");
        Mcnet.Result said = InProcess.run(Style.PLAIN, "plan", "--observed",
                CaseObservation.whole(CASE.resolve("observed.json"), folder.resolve("observed.json")).toString(),
                "--out", plan.toString(), CASE.resolve("desired.mcnet").toString());
        assertEquals(0, said.status(), said::toString);
        return Files.readString(plan);
    }

    private interface Reading {
        Mcnet.Result run();
    }

    private void every(String whole, Reading reading) {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("DamagedFilesTest: " + ROUNDS + " files, -Dseed=" + seed);
        Property.holds(seed, Integer.getInteger("rounds", ROUNDS), choices -> damaged(whole, choices), text -> {
            try {
                Files.write(damaged, text.getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new UncheckedIOException(e);
            }
            Mcnet.Result said = reading.run();
            assertTrue(said.status() == 0 || said.status() == 1 && !said.err().isBlank(), said::toString);
            assertFalse(said.err().contains("Exception") || said.err().contains("\tat "), said::toString);
        });
    }

    /** One to three places are cut off, taken out, doubled, or become something else. */
    private static String damaged(String whole, Choices choices) {
        String text = whole;
        for (int i = choices.below(3); i >= 0; i--) {
            List<MatchResult> pieces = PIECE.matcher(text).results().toList();
            if (pieces.isEmpty()) return text;
            MatchResult piece = choices.one(pieces);
            String before = text.substring(0, piece.start());
            String after = text.substring(piece.end());
            text = switch (choices.below(6)) {
                case 0 -> before;
                case 1 -> before + after;
                case 2 -> before + piece.group() + piece.group() + after;
                case 3 -> before + "\u0000\uFFFD" + after;
                default -> before + choices.one(VALUES) + after;
            };
        }
        return text;
    }
}
