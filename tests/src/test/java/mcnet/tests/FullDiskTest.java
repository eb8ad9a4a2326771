package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.CaseObservation;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * A disk that is full, for every file that mcnet writes: a clear error, and what was there before is there still, whole.
 * The disk is a small one in memory, which root may mount.
 */
class FullDiskTest {
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/nothing-to-do");
    private static final String FULL = "No space left on device";

    @TempDir
    Path folder;
    private Path disk;

    @BeforeEach
    void mount() throws IOException {
        disk = Files.createDirectory(folder.resolve("disk"));
        Mcnet.Result mounted = Shell.run(folder, "mount -t tmpfs -o size=1m,nr_inodes=200 tmpfs disk");
        assumeTrue(mounted.status() == 0, mounted::toString);
        // What a program of mcnet's own may be told to use beside the disk.
        Files.copy(CASE.resolve("desired.mcnet"), disk.resolve("shop.mcnet"));
    }

    @AfterEach
    void unmount() {
        Shell.run(folder, "umount -l disk");
    }

    /** Nothing more fits, not even one page. */
    private void fill() throws IOException {
        Shell.run(disk, "cat /dev/zero >filler 2>/dev/null; true");
        assertEquals(0, disk.toFile().getUsableSpace());
    }

    private void holds(Path file, String text) throws IOException {
        assertEquals(text, Files.readString(file));
        try (Stream<Path> files = Files.list(disk)) {
            assertTrue(files.noneMatch(f -> f.getFileName().toString().startsWith(".mcnet-")));
        }
    }

    private static void refused(Mcnet.Result said) {
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains(FULL), said::toString);
        assertTrue(said.err().contains("MC0013"), said::toString);
    }

    @Test
    void fmt() throws IOException {
        Path ugly = disk.resolve("ugly.mcnet");
        String text = "program   p\n" + "# a comment\n".repeat(10_000);
        Files.writeString(ugly, text);
        fill();
        refused(InProcess.run(Style.PLAIN, "fmt", ugly.toString()));
        holds(ugly, text);
    }

    @Test
    void aSavedPlan() throws IOException {
        Path plan = disk.resolve("shop.plan");
        String[] command = {"plan", "--observed",
                CaseObservation.whole(CASE.resolve("observed.json"), folder.resolve("observed.json")).toString(),
                "--out", plan.toString(),
                disk.resolve("shop.mcnet").toString()};
        assertEquals(0, InProcess.run(Style.PLAIN, command).status());
        String before = Files.readString(plan);
        fill();
        refused(InProcess.run(Style.PLAIN, command));
        holds(plan, before);
        Files.delete(plan);
        fill();
        refused(InProcess.run(Style.PLAIN, command));
        assertTrue(Files.notExists(plan));
    }

    @Test
    void anImportedProgram() throws IOException {
        fill();
        Path file = disk.resolve("new.mcnet");
        refused(InProcess.run(Style.PLAIN, "import", "--from-preseed",
                Mcnet.HOME.resolve("tests/cli/import-preseed/preseed.yaml").toString(), "--out", file.toString()));
        assertTrue(Files.notExists(file));
    }

    @Test
    void anObservationALogAndKnownHosts() throws IOException {
        try (Members members = new Members()) {
            String text = members.reached(Files.readString(CASE.resolve("desired.mcnet")));
            String program = Files.writeString(folder.resolve("shop.mcnet"), text).toString();
            Path seen = disk.resolve("seen.json");
            Path log = disk.resolve("calls.log");
            assertEquals(0, InProcess.run(Style.PLAIN, "observe", "--out", seen.toString(), program).status());
            assertEquals(0, InProcess.run(Style.PLAIN, "plan", "--log", log.toString(), program).status());
            String observed = Files.readString(seen);
            String logged = Files.readString(log);
            // The page that the log ends in has room still; a line longer than that has none.
            fill();
            refused(InProcess.run(Style.PLAIN, "observe", "--out", seen.toString(), program));
            holds(seen, observed);
            Mcnet.Result said = Shell.run(folder, "\"$MCNET\" plan --log " + log + " " + program);
            assertEquals(74, said.status(), said::toString);
            assertTrue(said.err().contains("MC0017") && said.err().contains(FULL), said::toString);
            assertTrue(Files.readString(log).startsWith(logged));
            Path known = Files.writeString(folder.resolve("unknown"), "");
            Path full = Files.createFile(disk.resolve("known_hosts"));
            String trusting = text.replaceAll("known_hosts = \"[^\"]*\"", "known_hosts = \"" + full + "\"");
            Mcnet.Result trust = InProcess.run(Style.PLAIN, "trust", "--yes",
                    Files.writeString(folder.resolve("trust.mcnet"), trusting).toString());
            refused(trust);
            holds(full, "");
            assertEquals("", Files.readString(known));
        }
    }

    /** Without a journal nothing is sent. */
    @Test
    void aJournal() throws IOException {
        try (Members members = new Members()) {
            Files.writeString(folder.resolve("shop.mcnet"),
                    members.reached(Files.readString(CASE.resolve("desired.mcnet")))
                            + "acl more { allow ingress tcp 80 }\n");
            fill();
            Mcnet.Result apply = Shell.run(folder, "XDG_STATE_HOME=disk \"$MCNET\" apply --yes shop.mcnet");
            assertEquals(1, apply.status(), apply::toString);
            assertTrue(apply.out().contains("create acl more"), apply::toString);
            assertTrue(apply.err().contains("error[MC0905]: the journal cannot be written"), apply::toString);
            assertTrue(apply.err().contains(FULL), apply::toString);
            assertEquals(List.of(), members.writes());
            Mcnet.Result log = Shell.run(folder, "XDG_STATE_HOME=disk \"$MCNET\" log shop.mcnet");
            assertTrue(log.toString().contains("No apply"), log::toString);
        }
    }

    @Test
    void theKeyOfSavedPlans() throws IOException {
        Path story = Mcnet.HOME.resolve("tests/plan/secrets-compared");
        Files.copy(story.resolve("desired.mcnet"), folder.resolve("secret.mcnet"));
        Files.writeString(folder.resolve("told"), "winter");
        String plan = "SAME=a ROTATED=b TWIN=c XDG_STATE_HOME=disk \"$MCNET\" plan --out p.plan --observed "
                + CaseObservation.whole(story.resolve("observed.json"), folder.resolve("observed.json"))
                + " secret.mcnet";
        fill();
        Mcnet.Result said = Shell.run(folder, plan);
        refused(said);
        assertTrue(Files.notExists(folder.resolve("p.plan")));
        Files.delete(disk.resolve("filler"));
        Mcnet.Result again = Shell.run(folder, plan);
        assertEquals(0, again.status(), again::toString);
    }

    /** A lab is found and removed by what the engine knows, so one whose files had no room is neither lost nor stuck. */
    @Test
    void theStateOfALab() throws IOException {
        String up = "XDG_STATE_HOME=disk \"$MCNET\" lab up --name full --members 1 --yes";
        fill();
        Mcnet.Result said = Shell.run(folder, up);
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains(FULL) && said.err().contains("free some space there"), said::toString);
        Files.delete(disk.resolve("filler"));
        Mcnet.Result again = Shell.run(folder, up);
        assertEquals(0, again.status(), again::toString);
        fill();
        Mcnet.Result cluster = Shell.run(folder, "XDG_STATE_HOME=disk \"$MCNET\" lab cluster --name full");
        assertEquals(0, cluster.status(), cluster::toString);
        Mcnet.Result down = Shell.run(folder, "XDG_STATE_HOME=disk \"$MCNET\" lab down --name full");
        assertEquals(0, down.status(), down::toString);
        assertEquals("", Shell.run(folder, "docker ps -aq --filter name=mcnet-full-").out());
    }

    /** The cluster of the case. */
    private final class Members implements AutoCloseable {
        private final List<SimulatedMember> all = Stream.of("micro1", "micro2", "micro3")
                .map(m -> SimulatedMember.start(m, folder, RecordedAnswers.of(CASE.resolve("observed.json"), m)))
                .toList();

        String reached(String program) {
            String text = program;
            for (SimulatedMember member : all) text = member.reached(text);
            return text;
        }

        List<String> writes() {
            return all.stream().flatMap(m -> m.writes().stream()).toList();
        }

        @Override
        public void close() {
            all.forEach(SimulatedMember::close);
        }
    }

    @Test
    void theCacheOfModules() throws IOException {
        Path modules = Files.createDirectory(folder.resolve("modules"));
        Files.copy(Mcnet.HOME.resolve("runtime/src/test/resources/modules/tags/Tag.groovy"),
                modules.resolve("Tag.groovy"));
        fill();
        Mcnet.Result said = Shell.run(folder, "XDG_CACHE_HOME=" + disk + " \"$MCNET\" check --modules modules "
                + disk.resolve("shop.mcnet"));
        assertEquals(1, said.status(), said::toString);
        assertTrue(said.err().contains(FULL), said::toString);
        Files.delete(disk.resolve("filler"));
        assertEquals(0, Shell.run(folder, "XDG_CACHE_HOME=" + disk + " \"$MCNET\" check --modules modules "
                + disk.resolve("shop.mcnet")).status());
    }
}
