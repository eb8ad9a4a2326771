package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.Answers;
import mcnet.tests.simulator.CommandAnswer;
import mcnet.tests.simulator.HttpAnswer;
import mcnet.tests.simulator.HttpRequest;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** The server that stands in for LXD behaves like the one it was recorded from. */
class SimulatorTest {
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/nothing-to-do");

    @TempDir
    Path folder;

    @Test
    void whatWasRecordedIsPlannedAsFromItsFile() throws IOException {
        Path observed = CASE.resolve("observed.json");
        try (SimulatedMember one = SimulatedMember.start("micro1", folder, RecordedAnswers.of(observed, "micro1"));
                SimulatedMember two = SimulatedMember.start("micro2", folder, RecordedAnswers.of(observed, "micro2"));
                SimulatedMember three = SimulatedMember.start("micro3", folder,
                        RecordedAnswers.of(observed, "micro3"))) {
            String program = Files.readString(CASE.resolve("desired.mcnet"));
            for (SimulatedMember member : List.of(one, two, three)) program = member.reached(program);
            Path file = Files.writeString(folder.resolve("shop.mcnet"), program);
            Mcnet.Result plan = InProcess.run(Style.PLAIN, "plan", file.toString());
            assertEquals(Files.readString(CASE.resolve("expected.txt")), plan.out(), plan::toString);
            assertTrue(two.log().stream().anyMatch(l -> l.startsWith("ovs-vsctl ")), two.log()::toString);
            assertEquals(List.of(), one.writes());
        }
    }

    @Test
    void whatACommandPrintsAndHowItEndsArrivesAsItIs() throws IOException {
        Answers broken = new Answers() {
            @Override
            public HttpAnswer lxd(HttpRequest request) {
                return HttpAnswer.error(500, "\"no\"");
            }

            @Override
            public CommandAnswer command(List<String> words) {
                return CommandAnswer.failed(3, "a\tb\n");
            }
        };
        try (SimulatedMember member = SimulatedMember.start("micro1", folder, broken)) {
            Path file = Files.writeString(folder.resolve("shop.mcnet"),
                    "program shop\ncluster c {\n" + member.declaration("underlay = 10.88.0.1") + "\n}\n");
            Path seen = folder.resolve("seen.json");
            Mcnet.Result observe = InProcess.run(Style.PLAIN, "observe", "--out", seen.toString(), file.toString());
            assertEquals(0, observe.status(), observe::toString);
            assertTrue(Files.readString(seen).contains("\"error\" : \"a\\tb\""), () -> read(seen));
        }
    }

    private static String read(Path file) {
        try {
            return Files.readString(file);
        } catch (IOException e) {
            return e.toString();
        }
    }
}
