package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Output that did not arrive is no success, whatever the command; a reader that goes away is no mistake. */
class OutputTest {
    private static final String CASE = Mcnet.HOME.resolve("tests/plan/nothing-to-do").toString();
    private static final String DIFFERENT = Mcnet.HOME.resolve("tests/plan/create-everything").toString();

    @TempDir
    static Path folder;

    @BeforeAll
    static void observed() throws IOException {
        CaseObservation.whole(Path.of(CASE, "observed.json"), folder.resolve("same.json"));
        CaseObservation.whole(Path.of(DIFFERENT, "observed.json"), folder.resolve("different.json"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"print CASE", "check CASE", "check --format json CASE", "explain network", "help",
            "version",
            "help plan", "plan --help", "lab --help", "fmt --diff ugly.mcnet", "fmt --check ugly.mcnet", "fmt -",
            "import --from-preseed PRESEED", "plan --observed same.json CASE",
            "plan --format json --observed same.json CASE", "log",
            "plan --detailed-exitcode --observed different.json DIFFERENT",
            "plan --out /dev/stdout --observed same.json CASE"})
    void aFullDiskIsAnError(String command) {
        Mcnet.Result said = run(command, ">/dev/full");
        boolean direct = command.contains("/dev/stdout");
        assertEquals(direct ? 1 : 74, said.status(), said::toString);
        assertTrue(said.err().contains(direct ? "MC0013" : "MC0017"), said::toString);
    }

    @Test
    void aClosedOutputIsAnError() {
        Mcnet.Result said = run("print CASE", ">&-");
        assertEquals(74, said.status(), said::toString);
    }

    @Test
    void aFailureStaysOne() {
        Mcnet.Result said = run("fmt --check absent.mcnet ugly.mcnet", ">/dev/full");
        assertEquals(1, said.status(), said::toString);
    }

    /** As behind {@code | head}, once it has seen enough: there is nobody any more at the other end of the pipe. */
    @ParameterizedTest
    @ValueSource(strings = {"print CASE", "explain network", "plan --observed different.json DIFFERENT"})
    void aReaderThatGoesAwayIsNoMistake(String command) {
        Mcnet.Result said = run("exec 3<>way 4>way 3<&-;", command, ">&4");
        assertEquals("", said.err());
        assertEquals(141, said.status(), said::toString);
    }

    private static Mcnet.Result run(String command, String output) {
        return run("", command, output);
    }

    private static Mcnet.Result run(String before, String command, String output) {
        String script = "printf 'program   p\n' >ugly.mcnet; [ -p way ] || mkfifo way; export XDG_STATE_HOME=$PWD/state\n"
                + before + " printf 'program  p\n' >in; \"$MCNET\" " + command + " <in " + output;
        return Shell.run(folder, script.replace("CASE", CASE).replace("DIFFERENT", DIFFERENT)
                .replace("PRESEED", Mcnet.HOME.resolve("tests/cli/import-preseed/preseed.yaml").toString()));
    }
}
