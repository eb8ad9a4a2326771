package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.List;
import java.util.stream.Stream;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A command that writes a file overwrites nothing but what it wrote before. */
class FilesTest {
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/traffic-nothing-to-do");

    @TempDir
    Path folder;
    private Path program;
    private Path observed;

    @BeforeEach
    void files() throws IOException {
        program = Files.copy(CASE.resolve("desired.mcnet"), folder.resolve("shop.mcnet"));
        observed = CaseObservation.whole(CASE.resolve("observed.json"), folder.resolve("observed.json"));
    }

    private Mcnet.Result plan(String... more) {
        return InProcess.run(Style.PLAIN, Stream.concat(
                Stream.of("plan", "--observed", observed.toString(), program.toString()), Stream.of(more))
                .toArray(String[]::new));
    }

    private void refused(Mcnet.Result said, Path kept, String code) throws IOException {
        byte[] before = Files.readAllBytes(kept);
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains(code), said::toString);
        assertEquals(before.length, Files.size(kept));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--log"})
    void aProgramIsNotOverwritten(String option) throws IOException {
        String before = Files.readString(program);
        refused(plan(option, program.toString()), program, "MC0014");
        assertEquals(before, Files.readString(program));
    }

    @Test
    void observeOverwritesNoProgramAndAsksNobodyBefore() throws IOException {
        String before = Files.readString(program);
        Mcnet.Result said = InProcess.run(Style.PLAIN, "observe", "--out", program.toString(), program.toString());
        refused(said, program, "MC0014");
        assertEquals(before, Files.readString(program));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--log"})
    void anObservationIsNoPlanAndNoLog(String option) throws IOException {
        String before = Files.readString(observed);
        refused(plan(option, observed.toString()), observed, "MC0014");
        assertEquals(before, Files.readString(observed));
    }

    @ParameterizedTest
    @ValueSource(strings = {"--out", "--log"})
    void anEmptyFolderStays(String option) throws IOException {
        Path empty = Files.createDirectory(folder.resolve("empty"));
        Mcnet.Result said = plan(option, empty.toString());
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains("MC0013"), said::toString);
        assertTrue(Files.isDirectory(empty));
    }

    @Test
    void aLinkIsFollowedAndWhatIsBehindItCounts() throws IOException {
        Path toProgram = Files.createSymbolicLink(folder.resolve("a.plan"), program);
        refused(plan("--out", toProgram.toString()), program, "MC0014");
        Path old = folder.resolve("old.plan");
        assertEquals(0, plan("--out", old.toString()).status());
        Path toPlan = Files.createSymbolicLink(folder.resolve("b.plan"), old);
        assertEquals(0, plan("--out", toPlan.toString()).status());
        assertTrue(Files.isSymbolicLink(toPlan));
        Path nowhere = Files.createSymbolicLink(folder.resolve("c.plan"), folder.resolve("absent"));
        Mcnet.Result dangling = plan("--out", nowhere.toString());
        assertEquals(1, dangling.status(), dangling::toString);
        assertTrue(dangling.err().contains("MC0013"), dangling::toString);
        assertFalse(Files.exists(folder.resolve("absent")));
    }

    @Test
    void aPlanIsItsOwnersAloneAndLeavesNothingBeside() throws IOException {
        Path file = folder.resolve("shop.plan");
        assertEquals(0, plan("--out", file.toString()).status());
        Files.setPosixFilePermissions(file, PosixFilePermissions.fromString("rw-r--r--"));
        assertEquals(0, plan("--out", file.toString()).status());
        assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
        assertEquals(0, InProcess.run(Style.PLAIN, "show", file.toString()).status());
        assertEquals(List.of("observed.json", "shop.mcnet", "shop.plan"), names());
    }

    @Test
    void anEmptyFileIsOfAnyKindAndForceTakesAll() throws IOException {
        Path empty = Files.createFile(folder.resolve("empty"));
        assertEquals(0, plan("--out", empty.toString()).status());
        Path notes = Files.writeString(folder.resolve("notes"), "mine\n");
        assertEquals(1, plan("--out", notes.toString()).status());
        assertEquals(0, plan("--out", notes.toString(), "--force").status());
        assertTrue(Files.readString(notes).startsWith("{"));
    }

    @Test
    void aLogGrows() throws IOException {
        Path log = Files.writeString(folder.resolve("calls.log"), "12:00:00.000 micro1 > GET /1.0\n");
        assertEquals(0, plan("--log", log.toString()).status());
        assertTrue(Files.readString(log).startsWith("12:00:00.000 micro1 > GET /1.0\n"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/dev/null", "/dev/stdout", "/dev/stderr", "/dev/fd/1", "/proc/self/fd/1"})
    void devicesAreWrittenTo(String device) throws IOException {
        Mcnet.Result said = shell("\"$MCNET\" plan --observed observed.json --out " + device + " shop.mcnet");
        assertEquals(0, said.status(), said::toString);
        boolean out = !device.endsWith("null") && !device.endsWith("err");
        assertEquals(out, said.out().contains("\"mcnet-plan\" : 2"), said::toString);
        assertEquals(device.endsWith("err"), said.err().contains("\"mcnet-plan\" : 2"), said::toString);
        assertTrue(Files.exists(Path.of(device)));
    }

    @Test
    void aPipeOfTheShellIsWrittenTo() throws IOException {
        Mcnet.Result said = shell("\"$MCNET\" plan --observed observed.json --out >(cat >copy) shop.mcnet"
                + " && for i in $(seq 600); do [ -s copy ] && exit; sleep 0.1; done");
        assertEquals(0, said.status(), said::toString);
        assertTrue(Files.readString(folder.resolve("copy")).contains("\"mcnet-plan\""));
    }

    @Test
    void fmtKeepsModeAndLink() throws IOException {
        Path ugly = Files.writeString(folder.resolve("ugly.mcnet"), "program   p\n");
        Files.setPosixFilePermissions(ugly, PosixFilePermissions.fromString("rwxr-x--x"));
        Path link = Files.createSymbolicLink(folder.resolve("link.mcnet"), ugly.getFileName());
        Mcnet.Result said = InProcess.run(Style.PLAIN, "fmt", link.toString());
        assertEquals(0, said.status(), said::toString);
        assertEquals("program p\n", Files.readString(ugly));
        assertEquals("rwxr-x--x", PosixFilePermissions.toString(Files.getPosixFilePermissions(ugly)));
        assertTrue(Files.isSymbolicLink(link));
        assertEquals(List.of("link.mcnet", "observed.json", "shop.mcnet", "ugly.mcnet"), names());
    }

    @Test
    void importOverwritesNothing() throws IOException {
        Path preseed = Mcnet.HOME.resolve("tests/cli/import-preseed/preseed.yaml");
        String before = Files.readString(program);
        Mcnet.Result said = InProcess.run(Style.PLAIN, "import", "--from-preseed", preseed.toString(), "--out",
                program.toString());
        refused(said, program, "MC0015");
        assertEquals(before, Files.readString(program));
        Mcnet.Result out = shell("\"$MCNET\" import --from-preseed " + preseed + " --out /dev/stdout");
        assertEquals(0, out.status(), out::toString);
        assertTrue(out.out().contains("program"), out::toString);
    }

    @Test
    void whatEndsNeverIsNotReadForEver() throws IOException {
        for (String[] command : List.of(new String[]{"check", "/dev/zero"}, new String[]{"fmt", "/dev/zero"},
                new String[]{"show", "/dev/zero"}, new String[]{"apply", "/dev/zero"},
                new String[]{"plan", "--observed", "/dev/zero", program.toString()},
                new String[]{"check", "--set-file", "/dev/zero", program.toString()},
                new String[]{"import", "--from-preseed", "/dev/zero"})) {
            Mcnet.Result said = InProcess.run(Style.PLAIN, command);
            assertEquals(1, said.status(), said::toString);
            assertTrue(said.err().contains("too large"), said::toString);
        }
    }

    @Test
    void whatAFileNamesIsARegularFile() throws IOException {
        for (String text : List.of("import \"/dev/zero\"\n", "cluster c { inventory \"/dev/zero\" }\n")) {
            Files.writeString(folder.resolve("names.mcnet"), "program p\n" + text);
            Mcnet.Result said = InProcess.run(Style.PLAIN, "check", folder.resolve("names.mcnet").toString());
            assertEquals(1, said.status(), said::toString);
        }
        assertNotEquals(0, shell("mkfifo p.mcnet && timeout 40 \"$MCNET\" check .").status());
    }

    private List<String> names() throws IOException {
        try (Stream<Path> files = Files.list(folder)) {
            return files.map(f -> f.getFileName().toString()).sorted().toList();
        }
    }

    private Mcnet.Result shell(String script) {
        return Shell.run(folder, script);
    }
}
