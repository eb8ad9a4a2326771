package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Looking at a cluster needs no right to change it, and tells no secret that it keeps. */
class ReadOnlyTest extends LabStory {
    private static final String SECRET = "hunter2-of-the-router";
    private static final String PROGRAM = """
            program reading
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            }
            network web { uplink = public  ipv4 { address = 10.42.1.1/24  nat = true } }
            acl front { allow ingress tcp 80 }
            """;

    @TempDir
    static Path state;
    private static Mcnet mcnet;

    @BeforeAll
    static void up() {
        mcnet = new Mcnet(folder, Map.of("XDG_STATE_HOME", state.toString()));
    }

    @Test
    void whereOnlyGetIsAllowedAllButApplyWorks() {
        lab.settle("reading.mcnet", PROGRAM);
        try (ApiRecorder watch = ApiRecorder.thatRefusesWrites(lab)) {
            for (String command : List.of("check", "plan", "plan --out p.plan", "show p.plan", "drift", "verify",
                    "status",
                    "observe --out seen.json", "plan --observed seen.json", "import cluster.mcnet")) {
                Mcnet.Result said = mcnet.run(command.split(" "));
                assertEquals(0, said.status(), () -> command + ": " + said);
            }
            assertEquals(List.of(), watch.writes("micro1"));
            assertFalse(watch.all("micro1").isEmpty());
            lab.write("reading.mcnet", PROGRAM.replace("tcp 80", "tcp 81"));
            Mcnet.Result apply = mcnet.run("apply", "--yes");
            assertAll(() -> assertEquals(1, apply.status(), apply::toString),
                    () -> assertTrue(apply.err().contains("only reading is allowed here"), apply::toString));
        }
    }

    @Test
    void noSecretIsWrittenAnywhere() throws IOException {
        lab.settle("reading.mcnet", PROGRAM);
        peersPassword(SECRET);
        lab.on("micro1", "lxc", "network", "acl", "set", "front", "user.token=" + SECRET);
        List<String> told = new ArrayList<>();
        for (String command : List.of("plan", "plan --format json", "drift", "drift --format json",
                "import cluster.mcnet",
                "observe --out seen.json", "plan --observed seen.json", "verify -v", "status -v"))
            told.add(mcnet.run(command.split(" ")).toString());
        lab.write("reading.mcnet",
                PROGRAM.replace("tcp 80", "tcp 82").replace("nic = eth0", "nic = eth0 description = \"x\""));
        told.add(mcnet.run("plan", "--out", "p.plan").toString());
        told.add(mcnet.run("show", "--format", "json", "p.plan").toString());
        Mcnet.Result apply = mcnet.run("apply", "-v", "--log", "apply.log", "p.plan");
        assertEquals(0, apply.status(), apply::toString);
        told.add(apply.toString());
        told.add(mcnet.run("log").toString());
        assertEquals(SECRET, lab.on("micro1", "lxc", "network", "acl", "get", "front", "user.token").strip());
        lab.on("micro1", "lxc", "network", "acl", "set", "front", "user.token=another-" + SECRET);
        lab.write("reading.mcnet", PROGRAM);
        told.add(mcnet.run("apply", "p.plan").toString());
        for (Path root : List.of(folder, state))
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(Files::isRegularFile).toList())
                    told.add(file + "\n" + Files.readString(file));
            }
        for (String each : told) assertFalse(each.contains(SECRET), each);
        assertTrue(told.stream().anyMatch(t -> t.contains("(secret")), told::toString);
    }

    /**
     * What others keep under {@code user.*} no plan needs: its value is in no saved plan, and a change is theirs. Secrets
     * that a plan sends are another matter ({@link SecretsTest}).
     */
    @Test
    void whatOthersKeepInAnObjectMayChangeMeanwhile() {
        lab.settle("reading.mcnet", PROGRAM);
        lab.write("reading.mcnet", PROGRAM.replace("tcp 80", "tcp 83"));
        lab.on("micro1", "lxc", "network", "acl", "set", "front", "user.token=one");
        Mcnet.Result plan = mcnet.run("plan", "--out", "t.plan");
        assertEquals(0, plan.status(), plan::toString);
        lab.on("micro1", "lxc", "network", "acl", "set", "front", "user.token=two");
        Mcnet.Result apply = mcnet.run("apply", "t.plan");
        assertEquals(0, apply.status(), apply::toString);
        assertEquals("two", lab.on("micro1", "lxc", "network", "acl", "get", "front", "user.token").strip());
    }

    private static void peersPassword(String password) {
        lab.on("micro1", "lxc", "network", "set", "public", "bgp.peers.outside.address=198.51.100.9",
                "bgp.peers.outside.asn=65001", "bgp.peers.outside.password=" + password);
    }
}
