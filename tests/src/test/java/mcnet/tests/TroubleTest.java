package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * What goes wrong on a cluster while mcnet is at work. Each story breaks one thing in the middle of an apply, reads what
 * mcnet says, mends the cause, and applies once more: then nothing half done is left.
 */
class TroubleTest {
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
    static Path folder;
    @TempDir
    static Path state;
    private static LabCluster lab;
    private static Moments moments;
    private static Mcnet mcnet;

    @BeforeAll
    static void up() {
        lab = LabCluster.fresh(folder);
        moments = new Moments(state);
        mcnet = new Mcnet(folder, moments.environment());
    }

    @AfterAll
    static void down() {
        lab.close();
    }

    @BeforeEach
    void declare() {
        lab.write("program.mcnet", PROGRAM);
    }

    @AfterEach
    void nothingIsLeftWhenAllIsTakenOut() {
        lab.write("program.mcnet", "program trouble\n");
        Mcnet.Said apply = mcnet.run("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        for (String member : new String[]{"micro1", "micro2", "micro3"}) {
            assertEquals("", lab.on(member, "sh", "-c", "ovs-vsctl list-br | grep lxdovn || true"));
        }
        assertEquals("",
                lab.on("micro1", "sh", "-c", "lxc network list -f csv | grep -E ',(ovn|physical),YES' || true"));
    }

    @Test
    void lxdDiesInTheMiddleOfACall() throws IOException {
        Mcnet.Running apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCreation(apply, "web"));
        lab.on("micro1", "pkill", "-9", "-x", "lxd");
        Mcnet.Said said = apply.end();
        lab.on("micro1", "sh", "-c",
                "setsid lxd --group root --logfile /var/log/lxd/lxd.log >/dev/null 2>&1 & lxd waitready");
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(
                        said.err().contains(
                                "error[MC0810]: the connection to member micro1 broke while something was changed"),
                        said::toString),
                () -> assertTrue(said.out().contains("Failed (1)\n  micro1: create network web\n"), said::toString),
                () -> assertTrue(said.out().contains("Not started (1)\n  micro1: create network db\n"),
                        said::toString));
        ends();
    }

    @Test
    void sshIsCutMidway() throws IOException {
        Mcnet.Running apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCreation(apply, "web"));
        lab.on("micro1", "pkill", "-9", "-f", "sshd: root");
        Mcnet.Said said = apply.end();
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(
                        said.err().contains(
                                "error[MC0810]: the connection to member micro1 broke while something was changed"),
                        said::toString));
        ends();
    }

    @Test
    void aMemberGoesDownMidway() throws IOException {
        Mcnet.Running apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitWrite(apply, 1));
        lab.lab().stop("micro3");
        Mcnet.Said said = apply.end();
        assertAll(() -> assertEquals(3, said.status(), said::toString),
                () -> assertTrue(said.out().contains("Not started"), said::toString),
                () -> assertTrue(said.err().contains("micro3") || said.err().contains(lab.here("10.77.0.3")),
                        said::toString));
        lab.lab().start("micro3");
        ends();
    }

    @Test
    void ovnCentralIsDown() {
        lab.on("micro1", "/usr/share/ovn/scripts/ovn-ctl", "stop_northd");
        Mcnet.Said said = mcnet.run("apply", "--yes");
        assertAll(() -> assertEquals(1, said.status(), said::toString),
                () -> assertTrue(said.err().contains("error[MC0730]: OVN's southbound database does not answer"),
                        said::toString),
                () -> assertTrue(said.err().contains("ovn-central"), said::toString));
        lab.on("micro1", "/usr/share/ovn/scripts/ovn-ctl", "start_northd", "--db-nb-create-insecure-remote=yes",
                "--db-sb-create-insecure-remote=yes");
        ends();
    }

    @Test
    void ctrlCEndsTheRunningStepAndSaysWhereItStopped() throws Exception {
        Mcnet.Running apply = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCreation(apply, "web"));
        apply.interrupt();
        Mcnet.Said said = apply.end();
        assertAll(() -> assertEquals(130, said.status(), said::toString),
                () -> assertTrue(said.out().contains("create network web done"), said::toString),
                () -> assertTrue(said.out().contains("Not started (1)\n  micro1: create network db\n"),
                        said::toString));
        ends();
        Mcnet.Said log = mcnet.run("log", "2");
        assertTrue(log.out().contains("> POST /1.0/networks ") && log.out().contains("1 not started"), log::toString);
    }

    @Test
    void whatLxdLeftBehindIsCleared() {
        lab.on("micro2", "ovs-vsctl", "add-br", "lxdovn99", "--", "set", "bridge", "lxdovn99", "datapath_type=netdev",
                "--",
                "add-port", "lxdovn99", "eth0", "--", "set", "open_vswitch", ".",
                "external_ids:ovn-bridge-mappings=gone:lxdovn99");
        Mcnet.Said plan = mcnet.run("plan");
        assertTrue(plan.out().contains("micro2  clear leftover bridge lxdovn99 on micro2"), plan::toString);
        ends();
    }

    @Test
    void anErroredNetworkIsMadeAnew() {
        lab.write("program.mcnet", PROGRAM.replace("network db", "network later"));
        Mcnet.Said before = mcnet.run("apply", "--yes");
        assertEquals(0, before.status(), before::toString);
        lab.on("micro3", "sh", "-c",
                "lxc network delete later && lxc network delete web && ip address add 10.99.7.7/24 dev enp5s0");
        Mcnet.Said failed = mcnet.run("apply", "--yes");
        lab.on("micro3", "ip", "address", "del", "10.99.7.7/24", "dev", "enp5s0");
        assertAll(() -> assertEquals(3, failed.status(), failed::toString),
                () -> assertTrue(failed.err().contains("IP addresses configured on it"), failed::toString),
                () -> assertTrue(failed.err().contains("remove the addresses from that interface"), failed::toString));
        Mcnet.Said plan = mcnet.run("plan");
        assertTrue(plan.out().contains("half made (Errored: its creation failed on some member)"), plan::toString);
        ends();
    }

    /** The cause is gone: one plain apply, then nothing to do and all of it works. */
    private static void ends() {
        Mcnet.Said apply = mcnet.run("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        Mcnet.Said plan = mcnet.run("plan", "--detailed-exitcode");
        assertEquals(0, plan.status(), plan::toString);
        Mcnet.Said verify = mcnet.run("verify");
        assertEquals(0, verify.status(), verify::toString);
    }
}
