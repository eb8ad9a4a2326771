package mcnet.preseed;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.schema.TestIndex;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Preseeds, good and broken, and what MicroCloud 3.2's own validator said of them: its {@code validate} and the YAML
 * reader that it is compiled with were run on each. {@code answers.tsv} holds the answers, and behind them why mcnet says
 * otherwise, where it does.
 */
class ValidatorAnswersTest {
    private static final Path FOLDER = Path.of("src/test/resources/preseed-answers");

    private record Case(String name, String answer, String choice, String preseed) {
        @Override
        public String toString() {
            return name;
        }
    }

    static Stream<Case> cases() throws IOException {
        Map<String, StringBuilder> texts = new LinkedHashMap<>();
        StringBuilder text = new StringBuilder();
        for (String line : Files.readAllLines(FOLDER.resolve("preseeds.txt"))) {
            if (line.startsWith("=== ")) texts.put(line.substring(4), text = new StringBuilder());
            else
                text.append(line).append('\n');
        }
        return Files.readAllLines(FOLDER.resolve("answers.tsv")).stream().map(l -> l.split("\t", 3))
                .map(w -> new Case(w[0], w[1], w.length > 2 ? w[2] : "", texts.get(w[0]).toString()));
    }

    @ParameterizedTest(name = "{0}")
    @MethodSource("cases")
    void mcnetAndMicroCloudSayTheSame(Case each) {
        PreseedImport imported = PreseedImport.of(new Source("preseed.yaml", each.preseed), "microcloud",
                TestIndex.INDEX);
        boolean refused = imported.diagnostics().stream().anyMatch(Diagnostic::isError);
        boolean same = refused != each.answer.equals("ok");
        assertEquals(each.choice.isEmpty(), same, () -> each.answer + "\n" + imported.diagnostics());
        assertEquals(refused, imported.text().isEmpty());
        assertTrue(refused || imported.text().contains("member micro1"), imported::text);
    }
}
