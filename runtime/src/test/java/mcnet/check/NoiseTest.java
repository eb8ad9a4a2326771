package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertFalse;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.report.terminal.Style;
import mcnet.report.text.DiagnosticText;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;

/** Cases of ours, cut up and put together wrongly: there is always an answer, and it can always be shown. */
class NoiseTest {
    private static final long SEED = Long.getLong("seed", 20261122);
    private static final int ROUNDS = Integer.getInteger("rounds", 3000);

    @Test
    void neverBreaksTheCompiler() throws IOException {
        List<String> words = new ArrayList<>();
        List<String> texts = texts();
        for (String text : texts)
            words.addAll(List.of(text.split("(?<=\\s)|(?=[{}\\[\\],=/-])")));
        Random random = new Random(SEED);
        for (int round = 0; round < ROUNDS; round++) {
            String text = mixed(texts.get(random.nextInt(texts.size())), words, random);
            try {
                check(text);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("-Dseed=" + SEED + " round " + round + ":\n" + text, e);
            }
        }
    }

    private static void check(String text) {
        CompiledPrograms compiled = Compiler.compile(List.of(new Source("noise.mcnet", text)), TestIndex.INDEX);
        List<Diagnostic> all = new ArrayList<>(compiled.diagnostics());
        all.addAll(Checks
                .check(compiled.perCluster().stream()
                        .map(s -> new Checks.Subject(s.cluster(), s.program(), s.invalidParts()))
                        .toList()));
        String told = new DiagnosticText(Style.COLOUR).all(all).toString();
        assertFalse(told.isEmpty() && !all.isEmpty());
    }

    private static String mixed(String text, List<String> words, Random random) {
        List<String> mixed = new ArrayList<>(List.of(text.split("(?<=\\s)|(?=[{}\\[\\],=/-])")));
        for (int i = 1 + random.nextInt(4); i > 0 && !mixed.isEmpty(); i--) {
            int at = random.nextInt(mixed.size());
            switch (random.nextInt(3)) {
                case 0 -> mixed.remove(at);
                case 1 -> mixed.add(at, words.get(random.nextInt(words.size())));
                default -> mixed.set(at, words.get(random.nextInt(words.size())));
            }
        }
        return String.join("", mixed);
    }

    private static List<String> texts() throws IOException {
        try (Stream<Path> files = Files.walk(Path.of("src/test/resources/check"))) {
            List<String> texts = new ArrayList<>();
            for (Path file : files.filter(f -> f.toString().endsWith(".mcnet")).sorted().toList())
                texts.add(Files.readString(file));
            return texts;
        }
    }
}
