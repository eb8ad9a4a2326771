package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong on a cluster while mcnet is at work. Each story breaks one thing in the middle of an apply, reads what
 * mcnet says, mends the cause, and applies once more: then nothing half done is left.
 */
class TroubleTest extends LabStory {
    private static final String PROGRAM = """
            program trouble
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            }
            network web { uplink = public  ipv4 { address = 10.42.1.1/24  nat = true } }
            network db  { uplink = public  ipv4 { address = 10.42.2.1/24  nat = true } }
            """;

    @TempDir
    static Path state;
    private static JournalWatcher moments;
    private static Mcnet mcnet;

    @BeforeAll
    static void up() {
        moments = new JournalWatcher(state);
        mcnet = new Mcnet(folder, moments.environment());
    }

    @BeforeEach
    void declare() {
        lab.write("program.mcnet", PROGRAM);
    }

    @AfterEach
    void nothingIsLeftWhenAllIsTakenOut() {
        networksAreMadeAgain();
        lab.write("program.mcnet", "program trouble\n");
        Mcnet.Result apply = mcnet.run("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        for (String member : MEMBERS) {
            assertEquals("", lab.on(member, "sh", "-c", "ovs-vsctl list-br | grep lxdovn || true"));
        }
        assertEquals("",
                lab.on("micro1", "sh", "-c", "lxc network list -f csv | grep -E ',(ovn|physical),YES' || true"));
    }

    @Test
    void lxdDiesInTheMiddleOfACall() throws IOException {
        networksAreNotMadeYet();
        Mcnet.Execution apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCreation(apply, "web"), () -> apply.end().toString());
        lab.on("micro1", "pkill", "-9", "-x", "lxd");
        networksAreMadeAgain();
        Mcnet.Result said = apply.end();
        lab.on("micro1", "sh", "-c",
                "setsid lxd --group root --logfile /var/log/lxd/lxd.log >/dev/null 2>&1 & lxd waitready");
        lab.heard();
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(
                        said.err().contains(
                                "error[MC0810]: the connection to member micro1 broke during a change"),
                        said::toString),
                () -> assertTrue(said.out().contains("Failed (1)\n  micro1: create network web\n"), said::toString),
                () -> assertTrue(said.out().contains("Not started (1)\n  micro1: create network db\n"),
                        said::toString));
        ends();
    }

    @Test
    void sshIsCutMidway() throws IOException {
        networksAreNotMadeYet();
        Mcnet.Execution apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCreation(apply, "web"), () -> apply.end().toString());
        lab.on("micro1", "pkill", "-9", "-f", "sshd[a-z-]*: root");
        networksAreMadeAgain();
        Mcnet.Result said = apply.end();
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(
                        said.err().contains(
                                "error[MC0810]: the connection to member micro1 broke during a change"),
                        said::toString));
        ends();
    }

    @Test
    void aMemberFallsSilentMidway() throws IOException {
        networksAreNotMadeYet();
        Mcnet.Execution apply = mcnet.start("apply", "--yes", "--idle-timeout", "6");
        assertTrue(moments.awaitCreation(apply, "web"), () -> apply.end().toString());
        lab.on("micro1", "ip", "link", "set", "mgmt0", "down");
        networksAreMadeAgain();
        Mcnet.Result said = apply.end();
        lab.on("micro1", "ip", "link", "set", "mgmt0", "up");
        lab.heard();
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(said.err().contains("error[MC0810]: the connection to member micro1 broke"),
                        said::toString),
                () -> assertTrue(said.err().contains("keep-alive"), said::toString));
        ends();
    }

    @Test
    void aMemberGoesDownMidway() throws IOException {
        networksAreNotMadeYet();
        Mcnet.Execution apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCall(apply, "POST /1.0/networks?target="), () -> apply.end().toString());
        lab.lab().stop("micro3");
        networksAreMadeAgain();
        Mcnet.Result said = apply.end();
        lab.lab().start("micro3");
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(said.out().contains("Not started"), said::toString),
                () -> assertTrue(said.err().contains("micro3") || said.err().contains(lab.here("10.77.0.3"))
                        || said.err().contains("start members that are offline (lxc cluster list)"), said::toString));
        ends();
    }

    @Test
    void ovnCentralIsDown() {
        lab.on("micro1", "/usr/share/ovn/scripts/ovn-ctl", "stop_northd");
        Mcnet.Result said = mcnet.run("apply", "--yes");
        lab.on("micro1", "/usr/share/ovn/scripts/ovn-ctl", "start_northd", "--db-nb-create-insecure-remote=yes",
                "--db-sb-create-insecure-remote=yes");
        assertAll(() -> assertEquals(1, said.status(), said::toString),
                () -> assertTrue(said.err().contains("error[MC0730]: OVN's southbound database does not answer"),
                        said::toString),
                () -> assertTrue(said.err().contains("ovn-central"), said::toString));
        ends();
    }

    @Test
    void whatWasAppliedDoesNotWork() {
        for (String member : MEMBERS) lab.on(member, "/usr/share/ovn/scripts/ovn-ctl", "stop_controller");
        Mcnet.Result said = mcnet.run("apply", "--yes");
        for (String member : MEMBERS) lab.on(member, "/usr/share/ovn/scripts/ovn-ctl", "start_controller");
        assertAll(() -> assertEquals(4, said.status(), said::toString),
                () -> assertTrue(said.out().contains("[6/6] micro1: create network db done"), said::toString),
                () -> assertTrue(said.out().contains("failed  gateway answers on the uplink (IPv4)"), said::toString));
        ends();
    }

    @Test
    void ctrlCEndsTheRunningStepAndSaysWhereItStopped() throws Exception {
        networksAreNotMadeYet();
        Mcnet.Execution apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCreation(apply, "web"), () -> apply.end().toString());
        apply.interrupt();
        networksAreMadeAgain();
        Mcnet.Result said = apply.end();
        assertAll(() -> assertEquals(130, said.status(), said::toString),
                () -> assertTrue(said.out().contains("create network web done"), said::toString),
                () -> assertTrue(said.out().contains("Not started (1)\n  micro1: create network db\n"),
                        said::toString));
        ends();
        Mcnet.Result log = mcnet.run("log", "2");
        assertTrue(log.out().contains("> POST /1.0/networks ") && log.out().contains("1 not started"), log::toString);
    }

    @Test
    void whatLxdLeftBehindIsCleared() {
        lab.on("micro2", "ovs-vsctl", "add-br", "lxdovn99", "--", "set", "bridge", "lxdovn99", "datapath_type=netdev",
                "--",
                "add-port", "lxdovn99", "eth0", "--", "set", "open_vswitch", ".",
                "external_ids:ovn-bridge-mappings=gone:lxdovn99");
        Mcnet.Result plan = mcnet.run("plan");
        assertTrue(plan.out().contains("clear leftover bridge lxdovn99 on micro2"), plan::toString);
        ends();
    }

    @Test
    void anErroredNetworkIsMadeAnew() {
        lab.write("program.mcnet", PROGRAM.replace("network db", "network later"));
        Mcnet.Result before = mcnet.run("apply", "--yes");
        assertEquals(0, before.status(), before::toString);
        lab.on("micro3", "sh", "-c",
                "lxc network delete later && lxc network delete web && ip address add 10.99.7.7/24 dev enp5s0");
        Mcnet.Result failed = mcnet.run("apply", "--yes");
        lab.on("micro3", "ip", "address", "del", "10.99.7.7/24", "dev", "enp5s0");
        assertAll(() -> assertEquals(3, failed.status(), failed::toString),
                () -> assertTrue(failed.err().contains("IP addresses configured on it"), failed::toString),
                () -> assertTrue(failed.err().contains("remove the addresses from that interface"), failed::toString));
        Mcnet.Result plan = mcnet.run("plan");
        assertTrue(plan.out().contains("incomplete (Errored: its creation failed on some member)"), plan::toString);
        ends();
    }

    @Test
    void anUplinksInterfaceIsNotFit() {
        lab.on("micro2", "ip", "link", "set", "eth0", "down");
        lab.on("micro2", "ip", "link", "set", "eth0", "name", "away0");
        refused("MC0701", "member micro2 has no interface eth0", "micro2 has away0");
        lab.on("micro2", "ip", "link", "set", "away0", "name", "eth0");
        lab.on("micro2", "ip", "link", "set", "eth0", "up");

        lab.on("micro2", "ip", "address", "add", "10.99.7.7/24", "dev", "eth0");
        refused("MC0702", "interface eth0 on micro2 has an address", "remove 10.99.7.7 from eth0 on micro2");
        lab.on("micro2", "ip", "address", "del", "10.99.7.7/24", "dev", "eth0");

        lab.on("micro3", "ip", "link", "add", "office", "type", "bridge");
        lab.on("micro3", "ip", "link", "set", "enp5s0", "master", "office");
        refused("MC0703", "interface enp5s0 on micro3 belongs to office", "remove it from office on micro3");
        lab.on("micro3", "ip", "link", "del", "office");
        ends();
    }

    @Test
    void aFullDiskStopsBeforeAnythingIsHalfWritten() {
        restartLxd("micro2", """
                cp -a /var/lib/lxd /root/lxd
                mount -t tmpfs -o size=200m tmpfs /var/lib/lxd
                cp -a /root/lxd/. /var/lib/lxd""");
        lab.on("micro2", "sh", "-c", "dd if=/dev/zero of=/var/lib/lxd/full bs=64k 2> /dev/null || true");
        refused("MC0727", "the disk of member micro2 is full", "/var/lib/lxd has ", "free some space on micro2");
        restartLxd("micro2", "rm /var/lib/lxd/full");
        ends();
    }

    /** What cannot be announced in the journal is not sent; the lock is given back all the same. */
    @Test
    void theDiskOfTheJournalGetsFullMidway() throws IOException {
        Path disk = Files.createDirectories(folder.resolve("disk"));
        Mcnet.Result mounted = Shell.run(folder, "mount -t tmpfs -o size=1m tmpfs disk");
        assumeTrue(mounted.status() == 0, mounted::toString);
        try {
            Shell.run(disk, "cat /dev/zero >filler 2>/dev/null; truncate -s -4K filler");
            lab.write("program.mcnet",
                    PROGRAM.replace("network web {", "network web { description = \"" + "long ".repeat(700) + "\""));
            Mcnet.Result said = lab.mcnet(Map.of("XDG_STATE_HOME", disk.toString()), "apply", "--yes");
            assertAll(() -> assertEquals(3, said.status(), said::toString),
                    () -> assertTrue(said.err().contains("error[MC0905]"), said::toString),
                    () -> assertTrue(said.err().contains("No space left on device"), said::toString),
                    () -> assertTrue(said.out().contains("Not started ("), said::toString));
            Path journal = new JournalWatcher(disk).journals().getFirst();
            for (String line : Files.readAllLines(journal)) new ObjectMapper().readTree(line);
        } finally {
            Shell.run(folder, "umount -l disk");
        }
        ends();
    }

    @Test
    void aClockIsAnHourAhead() {
        assumeTrue(System.getProperty("os.arch").equals("amd64"), "the clock is moved by machine code for amd64");
        anHourAhead("micro2");
        Mcnet.Result warned = mcnet.run("apply", "--yes");
        assertAll(() -> assertEquals(0, warned.status(), warned::toString),
                () -> assertTrue(warned.err().contains("warning[MC0728]: the clock of member micro2 is 1 h ahead"),
                        warned::toString));
        restartLxd("micro2", "rm /usr/local/bin/date");
        ends();

        lab.write("program.mcnet", "program trouble\n");
        assertEquals(0, mcnet.run("apply", "--yes").status());
        declare();
        anHourAhead("micro1");
        refused("MC0728", "the clock of member micro1 is 1 h ahead", "set its clock by NTP");
        restartLxd("micro1", "rm /usr/local/bin/date");
        ends();
    }

    /**
     * However quick or busy the machine is, the creation of a network is under way when something happens to it: LXD
     * waits for OVN's northbound database, which planning does not ask.
     */
    private static void networksAreNotMadeYet() {
        lab.on("micro1", "pkill", "-STOP", "-f", "ovnnb_db");
    }

    private static void networksAreMadeAgain() {
        lab.on("micro1", "pkill", "-CONT", "-f", "ovnnb_db");
    }

    /** Neither plan nor apply goes on, and nothing has changed. */
    private static void refused(String code, String... words) {
        for (String command : new String[]{"plan", "apply"}) {
            Mcnet.Result said = command.equals("plan") ? mcnet.run("plan") : mcnet.run("apply", "--yes");
            assertEquals(1, said.status(), said::toString);
            assertTrue(said.err().contains("error[" + code + "]"), said::toString);
            for (String word : words) assertTrue(said.err().contains(word), () -> word + "\n" + said);
        }
        assertEquals("",
                lab.on("micro1", "sh", "-c", "lxc network list -f csv | grep -E ',(ovn|physical),YES' || true"));
    }

    /** LXD's clock and that of the shell, by which mcnet looks. */
    private static void anHourAhead(String member) {
        try (InputStream script = TroubleTest.class.getResourceAsStream("clock-ahead.pl")) {
            lab.on(member, "perl", "-e", new String(script.readAllBytes(), StandardCharsets.UTF_8), "3600");
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
        lab.on(member, "sh", "-ec", """
                printf '#!/bin/sh\\nexec /bin/date --date "1 hour" "$@"\\n' > /usr/local/bin/date
                chmod +x /usr/local/bin/date""");
    }

    /** @param meanwhile a script for the time in which LXD does not run; then the cluster hears of it again */
    private static void restartLxd(String member, String meanwhile) {
        lab.on(member, "sh", "-ec", """
                pkill -x lxd
                while pgrep -x lxd > /dev/null; do sleep 0.1; done
                %s
                setsid lxd --group root --logfile /var/log/lxd/lxd.log > /dev/null 2>&1 &
                lxd waitready""".formatted(meanwhile));
        lab.heard();
    }

    /** The cause is gone: one plain apply, then nothing to do and all of it works. */
    private static void ends() {
        Mcnet.Result apply = mcnet.run("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        Mcnet.Result plan = mcnet.run("plan", "--detailed-exitcode");
        assertEquals(0, plan.status(), plan::toString);
        Mcnet.Result verify = mcnet.run("verify");
        assertEquals(0, verify.status(), verify::toString);
    }
}
