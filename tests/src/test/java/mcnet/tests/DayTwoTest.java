package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Source;
import mcnet.language.Compiler;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.observe.Answer;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;
import mcnet.observe.Query;
import mcnet.ovn.Ovn;
import mcnet.plan.ResourceId;
import mcnet.plan.Verdict;
import mcnet.planner.Planner;
import mcnet.probe.ControllerProbe;
import mcnet.schema.IndexFile;
import mcnet.status.Status;
import mcnet.tests.simulator.CaseObservation;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What MicroOVN, MicroCloud and an upgrade of LXD change beside a program, on recordings of real clusters. */
class DayTwoTest {
    private static final Path RECORDINGS = Mcnet.HOME.resolve("tests/import/recordings");
    private static final Path REMOVED = Mcnet.HOME.resolve("tests/plan/microcloud-member-removed");
    private static final String MEND = "To fix it: lxc config set network.ovn.northbound_connection="
            + "ssl:10.77.1.1:6641,ssl:10.77.1.2:6641";

    @TempDir
    Path folder;

    /** MicroOVN tells Open vSwitch where its databases have gone, and nobody tells LXD. */
    @ParameterizedTest(name = "{0}")
    @CsvSource({"microcloud-central-moved,where MicroOVN runs no central service",
            "microcloud-member-removed,which is not a member"})
    void statusSaysThatAnAddressIsStale(String recording, String why) throws IOException {
        assertEquals(
                List.of("network.ovn.northbound_connection names ssl:10.77.1.3:6641, " + why
                        + ". LXD continues with the others. " + MEND),
                notes(recorded(recording), RECORDINGS.resolve(recording + ".mcnet")));
    }

    @ParameterizedTest(name = "{0}")
    @CsvSource({"microcloud-fresh", "microcloud-lxd521", "microcloud-ipv4-only"})
    void statusSaysNothingOfAddressesThatHold(String recording) throws IOException {
        assertEquals(List.of(), notes(recorded(recording), RECORDINGS.resolve(recording + ".mcnet")));
    }

    /** Of a member that has left verify would tell a dozen faults, each with a remedy that mends nothing. */
    @Test
    void whoHasLeftTheClusterIsSaidAndNotProved() throws IOException {
        PlanningContext now = situation(CaseObservation.of(REMOVED.resolve("observed.json")),
                REMOVED.resolve("desired.mcnet"));
        List<Diagnostic> said = Planner.strangers(now);
        assertEquals(List.of("LXD on micro3 is not clustered"), said.stream().map(Diagnostic::message).toList());
    }

    /** A restart does not bring back what {@code microovn disable chassis} has switched off. */
    @Test
    void aChassisThatWasSwitchedOffIsSwitchedOn() throws IOException {
        Observation seen = recorded("microcloud-fresh").and(Map.of(Query.member("micro2", Ovn.CONTROLLER),
                Answer.of(ImportedCluster.JSON.readTree(
                        """
                                {"program": "/snap/bin/microovn.ovn-appctl", "exit": 1, "says": "ovn-appctl: cannot read pidfile"}
                                """))));
        Verdict verdict = new ControllerProbe(new ResourceId("member", "micro2"), "micro2").judge(seen);
        assertTrue(verdict.toString()
                .contains("on micro2: snap restart microovn.chassis; or, where `microovn status` lists"
                        + " no chassis for it: microovn enable chassis"),
                verdict::toString);
    }

    /** LXD 6.9 drops a key that 5.21 knew; the mark of whoever set it forgets it once, and all else is as before. */
    @ParameterizedTest(name = "{0}, key in the file: {1}")
    @CsvSource({"lxd-5.21.7-before-upgrade,true,Nothing to do", "lxd-6.9-after-upgrade-from-5.21.7,false,Nothing to do",
            "lxd-6.9-after-upgrade-from-5.21.7-lost-key,false,(unset already; only the mark changes)"})
    void theUpgradeOfLxdChangesNothingElse(String recording, boolean key, String said) throws IOException {
        String text = Files.readString(RECORDINGS.resolve("lxd-5.21.7-before-upgrade.mcnet"));
        String line = "  lxd { maas.subnet.ipv4 = \"x\" }\n";
        assertTrue(text.contains(line), text);
        Path file = Files.writeString(folder.resolve("rich.mcnet"), key ? text : text.replace(line, ""));
        ImportedCluster.Result plan = ImportedCluster.run("plan", "--observed",
                RECORDINGS.resolve(recording + ".json").toString(), file.toString());
        assertTrue((plan.out() + plan.err()).contains(said), plan::toString);
    }

    private static List<String> notes(Observation seen, Path file) throws IOException {
        return Status.of(situation(seen, file)).notes();
    }

    private static PlanningContext situation(Observation seen, Path file) throws IOException {
        Program program = Compiler.compile(List.of(new Source("cloud.mcnet", Files.readString(file))),
                IndexFile.shipped()).perCluster().getFirst().program();
        return new PlanningContext(program, program.clusters().getFirst(), seen);
    }

    private static Observation recorded(String name) throws IOException {
        Observation seen = ObservationFile.read(RECORDINGS.resolve(name + ".json"));
        return seen.and(Map.of(Query.cluster("/1.0"), seen.member("micro1", "/1.0")));
    }
}
