package mcnet.check;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.generated.Property;
import mcnet.language.CompiledPrograms;
import mcnet.language.Compiler;
import mcnet.schema.TestIndex;
import org.junit.jupiter.api.Test;

/** The same text gives the same network, and what {@code mcnet print} makes of it says the same once more. */
class GeneratedProgramsTest {
    private static final long SEED = Long.getLong("seed", 20261123);
    private static final int ROUNDS = Integer.getInteger("rounds",
            Boolean.getBoolean("mcnet.long") ? 10_000 : 500);

    @Test
    void evaluatedTwiceIsTheSame() {
        Property.holds(SEED, ROUNDS, c -> new Programs(c).program(), text -> {
            CompiledPrograms first = compiled(text);
            CompiledPrograms second = compiled(text);
            assertEquals(PlainTest.said(first), PlainTest.said(second));
            assertEquals(told(first), told(second));
        });
    }

    @Test
    void printedIsTheSameProgram() {
        AtomicInteger clean = new AtomicInteger();
        Property.holds(SEED, ROUNDS, c -> new Programs(c).program(), text -> {
            CompiledPrograms compiled = compiled(text);
            if (compiled.hasErrors())
                return;
            clean.incrementAndGet();
            String plain = PlainTest.printed(compiled);
            CompiledPrograms again = compiled(plain);
            assertEquals(List.of(), again.diagnostics().stream().filter(Diagnostic::isError).toList(), plain);
            assertEquals(PlainTest.said(compiled), PlainTest.said(again), plain);
            assertEquals(plain, PlainTest.printed(again));
        });
        assertTrue(clean.get() > ROUNDS / 2, clean + " of " + ROUNDS + " programs are free of errors");
    }

    @Test
    void aProgramThatFailsIsMadeSmall() {
        AssertionError error = assertThrows(AssertionError.class, () -> Property.holds(SEED, 200,
                c -> new Programs(c).program(), text -> assertTrue(!text.contains("icmp4"), "has icmp4")));
        assertTrue(error.getMessage().indexOf("made smaller from") < 1500, error.getMessage());
    }

    private static CompiledPrograms compiled(String text) {
        return Compiler.compile(List.of(new Source("shop.mcnet", text)), TestIndex.INDEX);
    }

    private static List<String> told(CompiledPrograms compiled) {
        return compiled.diagnostics().stream().map(Diagnostic::toString).toList();
    }
}
