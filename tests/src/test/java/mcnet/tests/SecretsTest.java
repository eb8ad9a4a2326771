package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;

/** The life of two secrets: named in the file, sent, compared, rotated, changed by hand, imported, and never told. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class SecretsTest extends LabStory {
    private static final String FIRST = "hünter2-of-the-fabric";
    private static final String SECOND = "hunter3-of-the-fabric";
    private static final String KEY = "aHVudGVyNC1vZi10aGUtbmFtZXM=";
    /** LXD 5.0.2 may refuse an address whose session it has not let go of, so each run has one of its own. */
    private static final String TOR = "198.51.100." + (2 + new Random().nextInt(90));
    private static final String UPLINK = """
            program secrets
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            """;
    private static final String PROGRAM = """
            %s  neighbor tor1 { address = %s  asn = 64512  password = secret("env:BGP_PW") }
            }
            zone shop.test { secondary ns2 { address = 198.51.100.53  key = secret("file:tsig") } }
            """.formatted(UPLINK, TOR);
    private static final String BARE = UPLINK + "}\nzone shop.test { }\n";

    @TempDir
    static Path state;
    private static final List<String> told = new ArrayList<>();

    @BeforeAll
    static void up() throws IOException {
        lab.write("secrets.mcnet", PROGRAM);
        Files.writeString(state.resolve("tsig"), KEY + "\n");
        Files.createSymbolicLink(folder.resolve("tsig"), state.resolve("tsig"));
    }

    @Test
    @Order(1)
    void aSecretThatIsNotThereIsSaidBeforeAnythingIsAsked() {
        Mcnet.Result plan = lab.mcnet("plan");
        assertAll(() -> assertEquals(1, plan.status(), plan::toString),
                () -> assertTrue(plan.err().contains("cannot read secret \"env:BGP_PW\""), plan::toString));
        assertEquals(0, lab.mcnet("check").status());
    }

    @Test
    @Order(2)
    void theServerHoldsWhatTheFileOnlyNames() {
        Mcnet.Result apply = with(FIRST, "apply", "--yes", "-v", "--log", "apply.log");
        assertAll(() -> assertEquals(0, apply.status(), apply::toString),
                () -> assertTrue(apply.out().contains("neighbor.tor1.password  secret(\"env:BGP_PW\")"),
                        apply::toString),
                () -> assertTrue(apply.out().contains("secondary.ns2.key      secret(\"file:tsig\")"), apply::toString),
                () -> assertTrue(apply.err().contains("no BGP session to neighbor tor1"), apply::toString),
                () -> assertEquals(FIRST, uplink("bgp.peers.tor1.password")),
                () -> assertEquals("64512", uplink("bgp.peers.tor1.asn")),
                () -> assertEquals(KEY, lab.on("micro1", "lxc", "network", "zone", "get", "shop.test", "peers.ns2.key")
                        .strip()));
        empty(FIRST);
    }

    @Test
    @Order(3)
    void theServersTakeItForTheirSession() {
        for (String member : List.of("micro1", "micro2", "micro3")) {
            String peers = lab.on(member, "lxc", "query", "/internal/testing/bgp");
            assertTrue(peers.contains("\"" + lab.here(TOR) + "\"") && peers.contains(FIRST), peers);
        }
    }

    @Test
    @Order(4)
    void anotherSecretInThePlaceIsADifference() {
        Mcnet.Result plan = with(SECOND, "plan", "--out", "rotate.plan");
        assertTrue(plan.out().contains("neighbor.tor1.password  (secret) → secret(\"env:BGP_PW\")"), plan::toString);
        assertEquals(2, with(SECOND, "drift").status());
        lab.on("micro1", "lxc", "network", "set", "public", "bgp.peers.tor1.password=by-hand-" + FIRST);
        Mcnet.Result stale = with(SECOND, "apply", "rotate.plan");
        assertAll(() -> assertEquals(1, stale.status(), stale::toString),
                () -> assertTrue(stale.err().contains("plan is stale: uplink public has changed"), stale::toString),
                () -> assertTrue(stale.err().contains("neighbor.tor1.password was (secret "), stale::toString));
        with(SECOND, "plan", "--out", "rotate.plan");
        Mcnet.Result apply = with(SECOND, "apply", "rotate.plan");
        assertAll(() -> assertEquals(0, apply.status(), apply::toString),
                () -> assertEquals(SECOND, uplink("bgp.peers.tor1.password")));
        empty(SECOND);
    }

    @Test
    @Order(5)
    void importNamesWhatIsToBeFilledIn() throws IOException {
        Mcnet.Result text = with(SECOND, "import", "cluster.mcnet");
        assertAll(() -> assertEquals(0, text.status(), text::toString),
                () -> assertTrue(
                        text.out().replaceAll(" +", " ")
                                .contains("password = secret(\"env:UPLINK_PUBLIC_NEIGHBOR_TOR1_PASSWORD\")"),
                        text::toString),
                () -> assertTrue(
                        text.out().replaceAll(" +", " ")
                                .contains("key = secret(\"env:ZONE_SHOP_TEST_SECONDARY_NS2_KEY\")"),
                        text::toString),
                () -> assertTrue(
                        text.err().contains("UPLINK_PUBLIC_NEIGHBOR_TOR1_PASSWORD ZONE_SHOP_TEST_SECONDARY_NS2_KEY"),
                        text::toString));
        Path other = Files.createDirectory(folder.resolve("imported"));
        Files.writeString(other.resolve("cloud.mcnet"), text.out());
        Mcnet.Result plan = new Mcnet(folder, environment(Map.of("UPLINK_PUBLIC_NEIGHBOR_TOR1_PASSWORD", SECOND,
                "ZONE_SHOP_TEST_SECONDARY_NS2_KEY", KEY)))
                .run("plan", "--detailed-exitcode", "imported", "cluster.mcnet");
        told.add(plan.toString());
        assertEquals(0, plan.status(), plan::toString);
        Files.delete(other.resolve("cloud.mcnet"));
    }

    @Test
    @Order(6)
    void whatIsNoLongerSaidIsGone() {
        lab.write("secrets.mcnet", BARE);
        Mcnet.Result apply = with(SECOND, "apply", "--yes");
        assertAll(() -> assertEquals(0, apply.status(), apply::toString),
                () -> assertEquals("", uplink("bgp.peers.tor1.password")),
                () -> assertFalse(lab.on("micro1", "lxc", "network", "zone", "show", "shop.test").contains("peers")));
        empty(SECOND);
    }

    @Test
    @Order(7)
    void nobodyWasToldWhatTheyAre() throws IOException {
        for (Path root : List.of(folder, state.resolve("mcnet")))
            try (Stream<Path> files = Files.walk(root)) {
                for (Path file : files.filter(f -> Files.isRegularFile(f) && !Files.isSymbolicLink(f)).toList())
                    told.add(file + "\n" + Files.readString(file));
            }
        for (String each : told)
            for (String secret : List.of(FIRST, SECOND, KEY)) assertFalse(each.contains(secret), each);
    }

    private static Mcnet.Result with(String password, String... arguments) {
        Mcnet.Result said = new Mcnet(folder, environment(Map.of("BGP_PW", password))).run(arguments);
        told.add(said.toString());
        return said;
    }

    private static Map<String, String> environment(Map<String, String> secrets) {
        Map<String, String> environment = new HashMap<>(secrets);
        environment.put("XDG_STATE_HOME", state.toString());
        environment.put("LC_ALL", "C");
        return environment;
    }

    private static void empty(String password) {
        Mcnet.Result plan = with(password, "plan", "--detailed-exitcode");
        assertEquals(0, plan.status(), plan::toString);
    }

    private static String uplink(String key) {
        return lab.on("micro1", "lxc", "network", "get", "public", key).strip();
    }
}
