package mcnet.texts;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import mcnet.texts.UserTexts.UserText;
import org.junit.jupiter.api.Test;

/** Texts that users read are plain English: phrases that were removed from them do not come back. */
class BannedPhrasesTest {
    private static final Path LIST = Path.of("src/test/resources/texts/banned-phrases.txt");

    @Test
    void noTextContainsOne() throws IOException {
        Map<String, String> phrases = phrases();
        List<UserText> texts = UserTexts.all();
        assertTrue(texts.size() > 3000, () -> texts.size() + " texts found");
        assertEquals("", found(texts, phrases));
    }

    @Test
    void aPhraseIsFoundAcrossLinesLiteralsAndCase() throws IOException {
        Map<String, String> phrases = phrases();
        String source = "// is not to be had\nreport(\"a secret that IS not \"\n        + \"to be had\", 'lease');";
        assertEquals("X.java: \"IS not to be had\"; write: " + phrases.get("is not to be had"),
                found(UserTexts.literals(source).stream().map(t -> new UserText("X.java", t)).toList(), phrases));
        assertEquals("x.md: \"said\ntwice\"; write: " + phrases.get("said twice"),
                found(List.of(new UserText("x.md", "It is said\ntwice.")), phrases));
        assertEquals("", found(List.of(new UserText("x.md", "to recommend it")), phrases));
    }

    @Test
    void eachLineOfTheListIsAPhraseAndWhatToWriteInstead() throws IOException {
        assertEquals(List.of(), lines().filter(l -> !l.matches("[^=]*\\S => \\S.*")).toList());
        assertEquals(lines().sorted().distinct().toList(), lines().toList());
    }

    private static String found(List<UserText> texts, Map<String, String> phrases) {
        Pattern any = Pattern.compile(phrases.keySet().stream()
                .map(p -> Pattern.quote(p).replace(" ", "\\E\\s+\\Q"))
                .collect(Collectors.joining("|", "(?i)\\b(?:", ")\\b")));
        return texts.stream().flatMap(t -> any.matcher(t.text()).results().map(m -> t.place() + ": \"" + m.group()
                + "\"; write: " + phrases.get(m.group().toLowerCase(java.util.Locale.ROOT).replaceAll("\\s+", " "))))
                .collect(Collectors.joining("\n"));
    }

    /** Each with what to write instead. */
    private static Map<String, String> phrases() throws IOException {
        Map<String, String> phrases = new LinkedHashMap<>();
        lines().map(l -> l.split(" => ", 2)).forEach(l -> phrases.put(l[0], l[1]));
        return phrases;
    }

    private static java.util.stream.Stream<String> lines() throws IOException {
        return Files.readAllLines(LIST).stream().filter(l -> !l.isBlank() && !l.startsWith("#"));
    }
}
