package mcnet.diagnostic;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import mcnet.generated.Choices;
import mcnet.generated.Property;
import org.junit.jupiter.api.Test;

/** Text of others, as it is shown and as a shell takes it. */
class ForeignTextTest {
    private static final List<String> PIECES = List.of("a", "é", "\uD83D\uDE00", " ", "'", "\"", "\\", "$(x)", "`x`",
            "!", "*",
            "~", "-", "#", ";", "\n", "\r", "\t", "\u001b[2J", "\u0001", "\u007f", "\u009b", "\u202e", "\u200b",
            "\u2028", "\uDB40\uDC41",
            "0", "f");

    @Test
    void whatATerminalWouldObeyIsVisible() {
        assertEquals("a\\x1b[2J\\nb\\r\\t\\x9b\\u202e\\u2028\\udb40\\udc41\\x00é\uD83D\uDE00",
                ControlCharacters.escaped("a\u001b[2J\nb\r\t\u009b\u202e\u2028\uDB40\uDC41\0é\uD83D\uDE00"));
        assertEquals("a\nb\\t", ControlCharacters.escapedLines("a\nb\t"));
        assertEquals("\\ud83d", ControlCharacters.escaped("\uD83D"));
    }

    @Test
    void nothingIsLeftThatWouldBeObeyed() {
        Property.holds(1, 2000, ForeignTextTest::text, text -> assertTrue(
                ControlCharacters.escaped(text).codePoints().noneMatch(ControlCharacters::is), text));
    }

    @Test
    void aShellTakesAQuotedWordToTheLetter() throws IOException, InterruptedException {
        List<String> words = new ArrayList<>();
        for (int i = 0; i < 500; i++) words.add(text(Choices.of(i)) + "|");
        StringBuilder script = new StringBuilder();
        for (String word : words) {
            String quoted = ShellWords.quoted(word);
            assertTrue(quoted.codePoints().noneMatch(ControlCharacters::is), quoted);
            script.append("printf '%s\\0' ").append(quoted).append('\n');
        }
        Process bash = new ProcessBuilder("bash", "-s").start();
        Thread.ofVirtual().start(() -> {
            try (var in = bash.getOutputStream()) {
                in.write(script.toString().getBytes(StandardCharsets.UTF_8));
            } catch (IOException e) {
                throw new java.io.UncheckedIOException(e);
            }
        });
        String out = new String(bash.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
        assertEquals(String.join("\0", words) + "\0", out);
        assertEquals(0, bash.waitFor());
    }

    private static String text(Choices choices) {
        StringBuilder text = new StringBuilder();
        for (int i = choices.below(12); i >= 0; i--) text.append(choices.one(PIECES));
        return text.toString();
    }
}
