package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.TimeUnit;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.generated.Choices;
import mcnet.generated.Items;
import mcnet.generated.Property;
import mcnet.generated.Unicode;
import mcnet.grammar.format.Formatter;
import org.antlr.v4.runtime.Token;
import org.junit.jupiter.api.Test;

/** The laws of the language over items that nobody wrote; {@code -Dseed} and {@code -Drounds} repeat a run. */
class GeneratedTest {
    private static final long SEED = Long.getLong("seed", 20261122);
    private static final int ROUNDS = Integer.getInteger("rounds", 3000);
    private static final int TEXTS = Integer.getInteger("rounds", Boolean.getBoolean("mcnet.long") ? 10_000 : 500);

    record Pair(String left, String right) {}

    @Test
    void everyItemIsRead() {
        Property.holds(SEED, ROUNDS, c -> new Items(c).item(),
                item -> assertEquals(1, read(item).items().size(), item));
    }

    @Test
    void twoItemsBesideEachOtherAreTheTwoItemsTheyAre() {
        Property.holds(SEED, ROUNDS, c -> new Pair(new Items(c).item(), new Items(c).item()), pair -> assertEquals(
                Stream.of(pair.left, pair.right).map(i -> Trees.text(read(i).items().getFirst())).toList(),
                read(pair.left + " " + pair.right).items().stream().map(Trees::text).toList()));
    }

    @Test
    void fmtKeepsTheTreeAndIsAFixedPoint() {
        Property.holds(SEED, ROUNDS / 3, c -> new Items(c).item() + " # c\n" + new Items(c).item(), text -> {
            String once = format(text);
            assertEquals(Trees.items(read(text)), Trees.items(read(once)), once);
            assertEquals(once, format(once));
            assertTrue(once.contains("# c"), once);
        });
    }

    @Test
    void fmtLosesNoCharacterWhateverStandsInTextsAndComments() {
        Property.holds(SEED, TEXTS, GeneratedTest::withComments, text -> {
            String once = format(text);
            assertEquals(Trees.items(read(text)), Trees.items(read(once)), once);
            assertEquals(once, format(once));
            assertEquals(comments(text), comments(once));
        });
        System.out.println("fmtLosesNoCharacter: -Dseed=" + SEED + ", " + TEXTS + " texts");
    }

    @Test
    void everyTokenStandsWhereItsPlaceSays() {
        Property.holds(SEED, TEXTS, GeneratedTest::withComments, text -> Parser.concrete(new Source("", text)).tokens()
                .stream().filter(t -> t.getType() != Token.EOF)
                .forEach(t -> assertEquals(text.substring(t.getStartIndex(), t.getStopIndex() + 1), t.getText())));
    }

    private static String withComments(Choices c) {
        return Unicode.comment(c) + new Items(c).item() + " " + Unicode.comment(c) + new Items(c).item() + " "
                + Unicode.comment(c);
    }

    /** What ends a line is no part of a comment, nor are blanks before it. */
    private static List<String> comments(String text) {
        return Parser.concrete(new Source("", text)).tokens().stream()
                .filter(t -> t.getChannel() != Token.DEFAULT_CHANNEL)
                .map(t -> t.getText().replaceFirst("[ \\t\\f]+$", "")).sorted().toList();
    }

    @Test
    void aCounterexampleIsMadeSmall() {
        AssertionError error = assertThrows(AssertionError.class, () -> Property.holds(SEED, 1000,
                c -> new Items(c).item(), item -> assertTrue(!item.contains("log"), "has log")));
        String smallest = error.getMessage().lines().skip(1).findFirst().orElseThrow();
        assertTrue(smallest.length() < 40, smallest);
    }

    /** Whatever the bytes, the parser ends and finds places that exist. Thirty seconds, or ten minutes with --long. */
    @Test
    void noBytesBreakTheParser() {
        long end = System.nanoTime() + TimeUnit.SECONDS.toNanos(Boolean.getBoolean("mcnet.long")
                ? 600
                : Integer.getInteger("fuzz", 3));
        int count = 0;
        for (; System.nanoTime() < end; count++)
            Property.holds(SEED + count, 1, GeneratedTest::bytes, NoiseTest::check);
        System.out.println("noBytesBreakTheParser: -Dseed=" + SEED + ", " + count + " texts");
        assertTrue(count > 0);
    }

    private static String bytes(Choices choices) {
        StringBuilder text = new StringBuilder();
        for (int i = choices.below(6); i >= 0; i--)
            switch (choices.below(5)) {
            case 0 -> text.append(new Items(choices).item());
            case 1 -> {
                String item = new Items(choices).item();
                text.append(item, 0, choices.below(item.length() + 1));
            }
            case 2 -> text.append(choices.one("{", "}", "[", "]", "(", ")", "\"", "\"\"\"", "${", "#", "->", "<->", "=",
                    ",", "\n", "\r\n", "\0", "\ufeff", "“", "–", "\u00a0"));
            case 3 -> text.append(Character.toString(choices.below(0x110000)));
            default -> {
                byte[] raw = new byte[choices.below(12)];
                for (int b = 0; b < raw.length; b++)
                    raw[b] = (byte) choices.below(256);
                text.append(new String(raw, java.nio.charset.StandardCharsets.UTF_8));
            }
            }
        return text.toString();
    }

    private static mcnet.grammar.tree.SourceFile read(String text) {
        ParseResult parsed = Trees.parse(text);
        assertEquals(List.of(), parsed.diagnostics().stream().filter(Diagnostic::isError).toList(), text);
        return parsed.file();
    }

    private static String format(String text) {
        return Formatter.format(new Source("test.mcnet", text)).text();
    }
}
