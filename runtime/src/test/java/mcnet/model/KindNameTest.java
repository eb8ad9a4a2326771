package mcnet.model;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/**
 * A kind tells everything about itself: outside of its module nothing of the product holds its name as a text. Where a
 * rule is about LXD's networks it says {@link KindName#NETWORK}; what is asked of any kind is asked of {@code Kind}.
 */
class KindNameTest {
    private static final String KIND = "\"(?:" + String.join("|", TestIndex.INDEX.kinds().keySet()) + ")\"";
    /** Where a text can only be the name of a kind. */
    private static final Pattern LITERAL = Pattern.compile("(?s)(?:"
            + "\\b(?:ofKind|all|find|named|existing|nested|declares|mayStandIn|partsOf|ResourceId|ofParts)\\(\\s*"
            + KIND
            + "|\\b[kK]ind(?:s|\\(\\))?(?:\\.name\\(\\)|\\.text\\(\\)|\\.getFirst\\(\\))*\\.equals\\(\\s*" + KIND
            + "|" + KIND + "\\.equals\\(\\s*\\w*[kK]ind"
            + "|switch \\([\\w.()]*[kK]ind(?:\\(\\))?(?:\\.name\\(\\)|\\.text\\(\\))?\\) \\{[^}]*?case " + KIND
            + ")");
    private static final Pattern SET = Pattern.compile("(?:Set|List|Map|Stream)\\.of\\((" + KIND + "(?:,\\s*" + KIND
            + ")+)\\)");

    @ParameterizedTest
    @ValueSource(strings = {"now.program().ofKind(\"acl\")", "new ResourceId(\"network\", project, \"\", name)",
            "id.kind().equals(\"peer\")", "declaration.kind().name().equals(\"zone\")", "kind.equals(\"acl\")",
            "switch (id.kind()) {\n    case \"forward\" -> x();", "nested(\n   \"nic\")",
            "Set.of(\"forward\", \"peer\")", "List.of(\"network\",\n    \"acl\", \"zone\")"})
    void findsAnyOfThem(String text) {
        assertTrue(isFound(text), text);
    }

    @ParameterizedTest
    @ValueSource(strings = {"network.setting(\"uplink\")", "nic.path(\"network\")", "node.put(\"member\", name)",
            "new Field(\"nic\", member)", "ofKind(KindName.ACL)", "Set.of(\"uplink\", \"ipv4\")"})
    void attributesAndKeysOfTheServerAreNone(String text) {
        assertFalse(isFound(text), text);
    }

    private static boolean isFound(String text) {
        return LITERAL.matcher(text).find() || SET.matcher(text).find();
    }

    @Test
    void noNameOfAKindStandsOutsideOfItsModule() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/main/java"))) {
            assertEquals(List.of(), files.filter(f -> f.toString().endsWith(".java"))
                    .filter(f -> !f.endsWith("KindName.java")).flatMap(KindNameTest::literals).toList());
        }
    }

    private static Stream<String> literals(Path file) {
        try {
            String text = Files.readString(file);
            return Stream.of(LITERAL, SET).flatMap(p -> p.matcher(text).results()).map(MatchResult::group)
                    .map(found -> file + ": " + found);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
