package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The example's life on a real cluster, one chapter after the other. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class FirstApplyTest extends LabStory {
    private static final int NETWORKS = 2;

    /**
     * One connection and one turn for each member; requests: the cluster's networks, members, projects, ACLs, profiles and
     * instances, each network's forwards and peers, and each member's server and uplink. Where the server says that it has
     * balancers, pools or address sets, a second turn asks for each network's balancers and pools, and for all sets.
     */
    private static Pattern tally() {
        LabServer server = lab.server();
        int more = (server.balances() ? NETWORKS : 0) + (server.poolsInstances() ? NETWORKS : 0)
                + (server.setsAddresses() ? 1 : 0);
        return Pattern
                .compile("3 connections, %d turns, %d requests, 13 commands,".formatted(more > 0 ? 4 : 3, 17 + more)
                        + " (\\d+) bytes sent in \\d+ packets, (\\d+) received");
    }

    @BeforeAll
    static void up() {
        lab.write("shop.mcnet", Mcnet.HOME.resolve("examples/shop/shop.mcnet"));
    }

    @Test
    @Order(1)
    void aPlanChangesNothingAndShowsAll() {
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(2, plan.status(), plan::toString);
        assertAll(() -> assertTrue(plan.out().contains("+ network web"), plan::toString),
                () -> assertTrue(plan.out().contains("+ uplink public"), plan::toString),
                () -> assertTrue(plan.out().contains("enp5s0"), plan::toString),
                () -> assertTrue(plan.out().contains("Plan: 3 to create, 1 to change, 0 to remove"), plan::toString),
                () -> assertFalse(lab.on("micro1", "lxc", "network", "list", "-f", "csv").contains(",OVN,")));
    }

    @Test
    @Order(2)
    void withoutATerminalApplyWantsYes() {
        Mcnet.Result apply = lab.mcnet("apply");
        assertEquals(1, apply.status(), apply::toString);
        assertTrue(apply.err().contains("--yes"), apply::toString);
    }

    @Test
    @Order(3)
    void applyMakesItAndVerifies() {
        Mcnet.Result apply = lab.mcnet("apply", "--yes", "-v");
        assertEquals(0, apply.status(), apply::toString);
        assertAll(() -> assertTrue(apply.out().contains("0 failed, 0 skipped"), apply::toString),
                () -> assertTrue(apply.out().contains("answers this machine"), apply::toString));
    }

    @Test
    @Order(4)
    void theClusterItselfSaysSo() {
        String outside = lab.on("micro1", "lxc", "network", "get", "db", "volatile.network.ipv4.address").strip();
        assertEquals(0, lab.lab().fabric("ping", "-c", "1", "-W", "2", outside).exit());
        for (String member : new String[]{"micro1", "micro2", "micro3"}) {
            String tunnels = lab.on(member, "ovs-vsctl", "-f", "csv", "--no-headings", "--columns=bfd_status", "find",
                    "Interface", "type=geneve");
            assertEquals(2, tunnels.lines().filter(l -> l.contains("state=up")).count(), tunnels);
            assertTrue(lab.on(member, "ovs-vsctl", "get", "open_vswitch", ".", "external_ids:ovn-encap-ip")
                    .contains(lab.lab().member(member).underlay()));
        }
        assertEquals("none", lab.on("micro1", "lxc", "network", "get", "db", "ipv6.address").strip());
        assertEquals("front of the shop", lab.on("micro1", "lxc", "network", "show", "web").lines()
                .filter(l -> l.startsWith("description:")).findFirst().orElseThrow()
                .substring("description: ".length()));
    }

    @Test
    @Order(5)
    void thenThereIsNothingToDo() {
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode", "--tally");
        assertEquals(0, plan.status(), plan::toString);
        assertTrue(plan.out().contains("Nothing to do"), plan::toString);
        Matcher tally = tally().matcher(plan.err());
        assertTrue(tally.find(), plan::toString);
        // Each member describes itself, and newer servers have more to tell.
        int described = MEMBERS.size() * lab.server().extensions().length();
        assertTrue(Integer.parseInt(tally.group(1)) + Integer.parseInt(tally.group(2)) < 73_000 + described,
                plan::toString);
        assertEquals(0, lab.mcnet("verify").status());
    }

    /**
     * One each for TCP, versions, keys, the service, the login, the channels, the questions, and one to spare; one more for
     * what is asked only of servers that have balancers.
     */
    @ParameterizedTest
    @ValueSource(ints = {20, 80})
    @Order(5)
    void farAwayThatCostsFewRoundTrips(int milliseconds, @TempDir Path far) throws Exception {
        try (DistantLab there = new DistantLab(folder, far, Duration.ofMillis(milliseconds))) {
            Mcnet.Result plan = there.mcnet("plan", "--detailed-exitcode");
            assertEquals(0, plan.status(), plan::toString);
            int most = lab.server().balances() ? 10 : 9;
            assertTrue(there.trips() <= most, () -> there.trips() + " round trips");
        }
    }

    @Test
    @Order(6)
    void whatAHandChangedIsNamedAndMended() {
        lab.on("micro1", "lxc", "network", "set", "web", "dns.domain=by.hand");
        lab.on("micro2", "ovs-vsctl", "set", "open_vswitch", ".",
                "external_ids:ovn-encap-ip=" + lab.lab().member("micro2").management());
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(2, plan.status(), plan::toString);
        assertAll(() -> assertTrue(plan.out().contains("by.hand → shop.lan"), plan::toString),
                () -> assertTrue(plan.out().contains(lab.here("10.77.0.2 → 10.88.0.2  on micro2")), plan::toString),
                () -> assertTrue(plan.out().contains("Plan: 0 to create, 2 to change, 0 to remove; 3 steps."),
                        plan::toString));
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        assertEquals("shop.lan", lab.on("micro1", "lxc", "network", "get", "web", "dns.domain").strip());
        assertEquals(0, lab.mcnet("plan", "--detailed-exitcode").status());
    }

    @Test
    @Order(7)
    void aLineTakenOutGoesBackToTheServersDefault() throws Exception {
        String text = Files.readString(folder.resolve("shop.mcnet"));
        Files.writeString(folder.resolve("shop.mcnet"),
                text.replace("  domain = shop.lan\n", "").replace("fd42:1::1", "fd42:7::1"));
        Mcnet.Result plan = lab.mcnet("plan");
        assertTrue(plan.out().contains("shop.lan → (server default: lxd, on Incus incus)"), plan::toString);
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        assertEquals("", lab.on("micro1", "lxc", "network", "get", "web", "dns.domain").strip());
        assertEquals("fd42:7::1/64", lab.on("micro1", "lxc", "network", "get", "web", "ipv6.address").strip());
        assertEquals(0, lab.mcnet("plan", "--detailed-exitcode").status());
    }

    @Test
    @Order(8)
    void whatIsNotOursIsNotTakenOverUnread() {
        lab.on("micro1", "lxc", "network", "create", "by-hand", "--type=ovn", "network=public",
                "ipv4.address=10.99.0.1/24",
                "ipv4.nat=true", "ipv6.address=none");
        lab.write("more.mcnet", "network by-hand { uplink = public  ipv4 { address = 10.99.0.1/24  nat = true } }\n");
        Mcnet.Result plan = lab.mcnet("plan");
        assertTrue(plan.out().contains("^ network by-hand   adopted; created by somebody else"), plan::toString);
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertEquals(1, apply.status(), apply::toString);
        assertTrue(apply.err().contains("error[MC0934]: the plan adopts objects that mcnet did not create"),
                apply::toString);
        folder.resolve("more.mcnet").toFile().delete();
    }

    @Test
    @Order(9)
    void aMissingInterfaceIsSaidBeforeAnythingChanges() {
        lab.write("more.mcnet",
                "uplink second { nic = eth7  ipv4 { gateway = 10.99.8.1/24  ranges = [10.99.8.9-10.99.8.10] } }\n");
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertEquals(1, apply.status(), apply::toString);
        assertTrue(apply.err().contains("member micro3 has no interface eth7"), apply::toString);
        assertTrue(apply.err().contains("micro3 has enp5s0, eth1"), apply::toString);
        folder.resolve("more.mcnet").toFile().delete();
    }

    @Test
    @Order(10)
    void aMemberThatIsDownIsNamed() {
        lab.lab().stop("micro2");
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        lab.lab().start("micro2");
        assertAll(() -> assertEquals(1, plan.status(), plan::toString),
                () -> assertTrue(plan.err().contains("warning[MC0781]: member micro2 "), plan::toString),
                () -> assertTrue(plan.out().contains("as far as known without micro2"), plan::toString));
        assertEquals(0, lab.mcnet("plan", "--detailed-exitcode").status());
    }

    @Test
    @Order(11)
    void onlyOursIsRemoved() throws Exception {
        String text = Files.readString(folder.resolve("shop.mcnet"));
        Files.writeString(folder.resolve("shop.mcnet"), text.substring(0, text.indexOf("network db")));
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        assertTrue(apply.out().contains("Plan: 0 to create, 0 to change, 1 to remove"), apply::toString);
        String networks = lab.on("micro1", "lxc", "network", "list", "-f", "csv");
        assertFalse(networks.contains("db,ovn"), networks);
        assertTrue(networks.contains("web,ovn") && networks.contains("by-hand,ovn"), networks);

        lab.write("shop.mcnet", "program shop\n");
        Mcnet.Result used = lab.mcnet("apply", "--yes");
        assertEquals(1, used.status(), used::toString);
        assertTrue(used.err().contains("used by network by-hand"), used::toString);
        lab.on("micro1", "lxc", "network", "delete", "by-hand");
        Mcnet.Result all = lab.mcnet("apply", "--yes");
        assertEquals(0, all.status(), all::toString);
        assertFalse(lab.on("micro1", "lxc", "network", "list", "-f", "csv").contains("public"));
        assertEquals(0, lab.mcnet("plan", "--detailed-exitcode").status());
    }
}
