package mcnet.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import org.junit.jupiter.api.Test;

/** A diff holds all that differs and nothing else, however long the texts are. */
class DiffTest {

    record Texts(String before, String after) {}

    @Test
    void appliedToTheOneItGivesTheOther() {
        Property.holds(Long.getLong("seed", 20261126), Integer.getInteger("rounds", 400),
                c -> new Texts(text(c), text(c)), t -> assertEquals(t.after, patched(t.before,
                        Diff.of("t", t.before, t.after)), () -> Diff.of("t", t.before, t.after)));
    }

    /** Few different lines, so that many are the same; some texts have no line end at their end. */
    private static String text(Choices c) {
        int lines = c.below(c.rarely(20) ? 4000 : 12);
        String text = IntStream.range(0, lines).mapToObj(i -> c.one("a", "b", "", "c\r", "😀", " " + i))
                .collect(Collectors.joining("\n"));
        return text + c.one("\n", "");
    }

    @Test
    void sixtyThousandLinesThatAllDiffer() {
        String before = lines(60_000, "  nic = eth");
        assertEquals(lines(60_000, "nic = eth"), patched(before, Diff.of("t", before, lines(60_000, "nic = eth"))));
    }

    @Test
    void sixtyThousandLinesOfWhichEachThirdDiffers() {
        String before = IntStream.range(0, 60_000).mapToObj(i -> i % 3 == 0 ? "}" : "line " + i)
                .collect(Collectors.joining("\n", "", "\n"));
        String after = before.replace("}", " }");
        String diff = Diff.of("t", before, after);
        assertEquals(after, patched(before, diff));
        assertEquals(20_000, diff.lines().filter(l -> l.startsWith("-}")).count());
    }

    @Test
    void aMissingLineEndIsADifference() {
        assertEquals("--- t\n+++ t\n@@ -1,1 +1,1 @@\n-a\n\\ No newline at end of file\n+a\n", Diff.of("t", "a", "a\n"));
        assertEquals("", Diff.of("t", "a\n", "a\n"));
        assertTrue(Diff.of("t", "a\r\n", "a\n").contains("-a\r\n+a\n"));
    }

    private static String lines(int count, String start) {
        return IntStream.range(0, count).mapToObj(i -> start + i % 100).collect(Collectors.joining("\n", "", "\n"));
    }

    /** What {@code patch} makes of it, with no line out of its place. */
    private static String patched(String before, String diff) {
        List<String> olds = new ArrayList<>(List.of(before.split("(?<=\n)")));
        if (before.isEmpty())
            olds.clear();
        StringBuilder after = new StringBuilder();
        int at = 0;
        List<String> lines = List.of(diff.split("(?<=\n)"));
        for (int i = 2; i < lines.size(); i++) {
            String line = lines.get(i);
            boolean unended = i + 1 < lines.size() && lines.get(i + 1).startsWith("\\");
            String text = line.substring(1, line.length() - (unended ? 1 : 0));
            switch (line.charAt(0)) {
                case '@' -> {
                    String[] from = line.split(" ")[1].substring(1).split(",");
                    int start = Integer.parseInt(from[0]) - (from[1].equals("0") ? 0 : 1);
                    while (at < start)
                        after.append(olds.get(at++));
                }
                case ' ' -> {
                    assertEquals(olds.get(at++), text);
                    after.append(text);
                }
                case '-' -> assertEquals(olds.get(at++), text);
                case '+' -> after.append(text);
                default -> assertEquals('\\', line.charAt(0));
            }
        }
        while (at < olds.size())
            after.append(olds.get(at++));
        return after.toString();
    }
}
