package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Every trap of {@code tests/TRAPS.md} has a case, and every case that it names is there. */
class TrapTableTest {
    private static final Path TESTS = Mcnet.HOME.resolve("tests");
    private static final Path CHECK = Mcnet.HOME.resolve("runtime/src/test/resources/check");
    private static final Path STORIES = TESTS.resolve("src/test/java/mcnet/tests");

    private record Trap(String what, List<String> cases) {}

    @Test
    void everyTrapHasACase() throws IOException {
        List<Trap> traps = traps();
        assertTrue(traps.size() > 50, traps::toString);
        assertEquals(List.of(), traps.stream().filter(t -> t.cases.isEmpty()).map(Trap::what).toList());
        assertEquals(List.of(), traps.stream().flatMap(t -> t.cases.stream()).filter(c -> !isThere(c)).toList());
    }

    private static List<Trap> traps() throws IOException {
        return Files.readAllLines(TESTS.resolve("TRAPS.md")).stream()
                .filter(line -> line.startsWith("| ") && !line.startsWith("| **") && !line.startsWith("| ---"))
                .skip(1)
                .map(line -> line.split("\\|"))
                .map(cells -> new Trap(cells[1].strip(),
                        Arrays.stream(cells[2].strip().split(" ")).filter(c -> !c.isEmpty()).toList()))
                .toList();
    }

    private static boolean isThere(String name) {
        if (name.startsWith("check/")) return Files.exists(CHECK.resolve(name.substring(6)).resolve("expected.txt"));
        if (name.startsWith("plan/")) return Files.exists(TESTS.resolve(name).resolve("expected.txt"));
        String[] parts = name.split("\\.");
        try (Stream<String> lines = Files.lines(STORIES.resolve(parts[0] + ".java"))) {
            return lines.anyMatch(line -> line.strip().startsWith("void " + parts[1] + "("));
        } catch (IOException gone) {
            return false;
        }
    }
}
