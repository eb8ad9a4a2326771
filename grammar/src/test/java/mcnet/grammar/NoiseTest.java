package mcnet.grammar;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Whatever is thrown at it, the parser ends, and says something sensible about a place that exists. */
class NoiseTest {
    private static final long SEED = Long.getLong("seed", 20261122);
    private static final int ROUNDS = Integer.getInteger("rounds", 2000);
    private static final String[] TOKENS = ("{ } [ ] ( ) , : = -> <-> == + - / | \" ' \n \n # // ; 10.42.1.1 10.0.0.0/8 fd42::1 "
            + "80 80-90 /24 5m a web eth0.1 10.0.0.1:80 @x $x \"t\" \"${x}\" “ – allow ingress egress drop from to port "
            + "source log any network acl uplink peer reaches never only using tcp icmp4 otherwise flow service expect "
            + "program existing and or not in if then else for let param import use blueprint require on true")
            .split(" ");

    enum Kind {
        CHARACTERS, TOKENS, MUTATIONS, PIECES
    }

    @ParameterizedTest
    @EnumSource
    void neverBreaksTheParser(Kind kind) {
        Random random = new Random(SEED + kind.ordinal());
        for (int round = 0; round < ROUNDS; round++) {
            String text = text(kind, random);
            try {
                check(text);
            } catch (RuntimeException | StackOverflowError | AssertionError e) {
                throw new AssertionError("-Dseed=" + SEED + " round " + round + " of " + kind + ":\n" + text, e);
            }
        }
    }

    static void check(String text) {
        ParseResult parsed = Trees.parse(text);
        for (Diagnostic diagnostic : parsed.diagnostics()) {
            assertFalse(diagnostic.message().isBlank());
            assertFalse(diagnostic.labels().isEmpty());
            for (Label label : diagnostic.labels())
                assertTrue(0 <= label.span().start() && label.span().start() <= label.span().end()
                        && label.span().end() <= text.length(), diagnostic.toString());
        }
        boolean broken = Trees.items(parsed.file()).contains("Broken<");
        assertTrue(!broken || !parsed.diagnostics().isEmpty(), "broken, and nothing said");
    }

    private static String text(Kind kind, Random random) {
        return switch (kind) {
            case CHARACTERS -> characters(random);
            case TOKENS -> tokens(random);
            case MUTATIONS -> mutation(example(random), random);
            case PIECES -> example(random).substring(0, 40) + piece(example(random), random);
        };
    }

    private static String characters(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(60); i > 0; i--)
            text.appendCodePoint(random.nextInt(4) > 0 ? random.nextInt(128) : random.nextInt(0x1ffff));
        return text.toString();
    }

    private static String tokens(Random random) {
        StringBuilder text = new StringBuilder();
        for (int i = random.nextInt(40); i > 0; i--)
            text.append(TOKENS[random.nextInt(TOKENS.length)]).append(random.nextInt(4) > 0 ? " " : "");
        return text.toString();
    }

    private static String mutation(String text, Random random) {
        StringBuilder mutated = new StringBuilder(text);
        for (int i = 1 + random.nextInt(3); i > 0 && mutated.length() > 1; i--) {
            int at = random.nextInt(mutated.length());
            switch (random.nextInt(4)) {
                case 0 -> mutated.deleteCharAt(at);
                case 1 -> mutated.insert(at, TOKENS[random.nextInt(TOKENS.length)]);
                case 2 -> mutated.delete(at, Math.min(mutated.length(), at + random.nextInt(20)));
                default -> mutated.setCharAt(at, (char) random.nextInt(128));
            }
        }
        return mutated.toString();
    }

    private static String piece(String text, Random random) {
        int from = random.nextInt(text.length());
        return text.substring(from, from + random.nextInt(text.length() - from));
    }

    private static String example(Random random) {
        List<java.nio.file.Path> tasks = Resources.tasks();
        return EXAMPLES.computeIfAbsent(random.nextInt(tasks.size()), i -> Resources.read(tasks.get(i)));
    }

    private static final java.util.Map<Integer, String> EXAMPLES = new java.util.HashMap<>();
}
