package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** A command loads what it uses: the count of classes is the part of a start that is the same on every machine. */
class LoadedClassesTest {
    private static final Path LIBRARY = Mcnet.HOME.resolve("target/lib");
    private static final String CASE = Mcnet.HOME.resolve("tests/plan/traffic-nothing-to-do").toString();

    @TempDir
    Path folder;

    @Test
    void checkNeedsNoGroovyAndNoSsh() throws Exception {
        List<String> loaded = loaded("check", CASE);
        assertTrue(loaded.contains("mcnet.check.rule.network.RoutedOverlap"));
        assertEquals(List.of(), loaded.stream().filter(LoadedClassesTest::isNotForFiles).toList());
    }

    private static boolean isNotForFiles(String name) {
        return name.contains("groovy") || name.startsWith("net.schmizz")
                || name.startsWith("com.fasterxml.jackson.databind.ObjectMapper");
    }

    @Test
    void fmtNeedsNoGroovyAndNoSsh() throws Exception {
        assertEquals(List.of(),
                loaded("fmt", "--check", CASE).stream().filter(LoadedClassesTest::isNotForFiles).toList());
    }

    @Test
    void aPlanWithoutDifferencesNeedsNoMetaClassesAndNoMapper() throws Exception {
        List<String> loaded = loaded("plan", "--observed",
                CaseObservation.whole(Path.of(CASE, "observed.json"), folder.resolve("observed.json")).toString(),
                CASE);
        assertTrue(loaded.contains("mcnet.modules.Network"));
        assertEquals(List.of(), loaded.stream()
                .filter(c -> c.contains("MetaClassRegistry") || c.endsWith(".ObjectMapper")).toList());
    }

    private List<String> loaded(String... arguments) throws Exception {
        Path log = folder.resolve("classes");
        String[] words = new String[arguments.length + 2];
        words[0] = "-Xlog:class+load:file=" + log + ":none";
        words[1] = "--";
        System.arraycopy(arguments, 0, words, 2, arguments.length);
        assertEquals(0, Java.run(LIBRARY, words).status());
        return Files.readAllLines(log).stream().map(l -> l.replaceFirst(" .*", "")).toList();
    }
}
