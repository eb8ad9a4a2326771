package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import mcnet.report.terminal.Style;
import mcnet.tests.simulator.RecordedAnswers;
import mcnet.tests.simulator.SimulatedMember;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * One member of three does not answer. Every command goes on with the others, says what is not known, and ends with a
 * status that is no yes.
 */
class SilentMemberTest {
    private static final Path CASE = Mcnet.HOME.resolve("tests/plan/nothing-to-do");

    @TempDir
    static Path folder;
    private static final Map<String, SimulatedMember> MEMBERS = new TreeMap<>();
    private static String program;

    @BeforeAll
    static void up() throws IOException {
        Path observed = CASE.resolve("observed.json");
        program = Files.readString(CASE.resolve("desired.mcnet"));
        for (String name : List.of("micro1", "micro2", "micro3")) {
            SimulatedMember member = SimulatedMember.start(name, folder, RecordedAnswers.of(observed, name));
            MEMBERS.put(name, member);
            program = member.reached(program);
        }
        MEMBERS.get("micro3").close();
    }

    @AfterAll
    static void down() {
        MEMBERS.values().forEach(SimulatedMember::close);
    }

    private static Mcnet.Result run(String text, String... command) throws IOException {
        Path file = Files.writeString(folder.resolve("shop.mcnet"), text);
        List<String> words = new ArrayList<>(List.of(command));
        words.add(file.toString());
        return InProcess.run(Style.PLAIN, words.toArray(String[]::new));
    }

    private static void names(Mcnet.Result said, int status) {
        assertAll(() -> assertEquals(status, said.status(), said::toString),
                () -> assertTrue(said.err().contains("warning[MC0781]: member micro3 cannot be reached"),
                        said::toString),
                () -> assertFalse(said.err().contains("error["), said::toString));
    }

    @Test
    void aPlanGoesOnWithoutIt() throws IOException {
        names(run(program, "plan"), 0);
        Mcnet.Result plan = run(program, "plan", "--detailed-exitcode");
        names(plan, 1);
        assertTrue(plan.out().contains("as far as known without micro3."), plan::toString);
    }

    @Test
    void noDriftThatIsKnownIsNoYes() throws IOException {
        Mcnet.Result drift = run(program, "drift", "--format", "json");
        names(drift, 1);
        JsonNode unavailable = new ObjectMapper().readTree(drift.out()).path("unavailable");
        assertEquals("micro3", unavailable.path(0).path("member").asText(), drift::toString);
    }

    @Test
    void whatDiffersIsToldAllTheSame() throws IOException {
        names(run(program.replace("domain = shop.lan", "domain = other.lan"), "drift"), 2);
    }

    @Test
    void aChangeOfANetworkIsRefused() throws IOException {
        Mcnet.Result plan = run(program.replace("domain = shop.lan", "domain = other.lan"), "plan");
        assertEquals(1, plan.status(), plan::toString);
        assertTrue(plan.err().contains("error[MC0785]: cannot change network web without micro3"), plan::toString);
    }

    @Test
    void whereItIsTheFirstTheNextOneIsAsked() throws IOException {
        String third = program.lines().filter(l -> l.contains("member micro3")).findFirst().orElseThrow();
        String first = program.lines().filter(l -> l.contains("member micro1")).findFirst().orElseThrow();
        names(run(program.replace(third + "\n", "").replace(first, third + "\n" + first), "plan"), 0);
    }

    @Test
    void statusShowsTheOthers() throws IOException {
        Mcnet.Result status = run(program, "status");
        names(status, 1);
        assertTrue(status.out().contains("micro1  online") && status.out().contains("not asked"), status::toString);
    }

    @Test
    void verifySaysThatItsPartIsUnknown() throws IOException {
        Mcnet.Result verify = run(program, "verify");
        assertEquals(1, verify.status(), verify::toString);
        assertTrue(verify.out().contains("member micro3\n  unknown its part"), verify::toString);
    }

    @Test
    void anObservationHoldsWhatIsNotKnownAndPlansTheSame() throws IOException {
        Path seen = folder.resolve("seen.json");
        names(run(program, "observe", "--force", "--out", seen.toString()), 1);
        names(run(program, "plan", "--observed", seen.toString()), 0);
        names(run(program, "drift", "--observed", seen.toString()), 1);
    }

    @Test
    void importNamesIt() throws IOException {
        Path sites = Files.createDirectories(folder.resolve("site"));
        Path file = Files.writeString(sites.resolve("cluster.mcnet"), "program shop\n"
                + program.substring(program.indexOf("cluster berlin")));
        Mcnet.Result imported = InProcess.run(Style.PLAIN, "import", file.toString());
        names(imported, 1);
        assertAll(
                () -> assertTrue(imported.out().contains("#   member micro3, its own settings: "), imported::toString),
                () -> assertTrue(imported.err().contains("its NIC on micro3 is not known"), imported::toString),
                () -> assertTrue(imported.out().contains("network web"), imported::toString));
    }

    @Test
    void nothingWasSent() {
        MEMBERS.values().forEach(member -> assertEquals(List.of(), member.writes()));
    }
}
