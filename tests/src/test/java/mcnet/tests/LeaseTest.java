package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Two people apply to one cluster at the same time: one of them does, the other is told. */
class LeaseTest extends LabStory {
    private static final String PROGRAM = """
            program shared
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            }
            """;
    /** So many that one is at work for a while. */
    private static final int NETWORKS = 10;

    @TempDir
    static Path state;
    private static JournalWatcher moments;
    private static Mcnet mcnet;

    @BeforeAll
    static void up() {
        moments = new JournalWatcher(state);
        mcnet = new Mcnet(folder, moments.environment());
        declare("first");
        works(mcnet.run("apply", "--yes"));
    }

    @Test
    void whileOneIsAtWorkTheOtherIsTold() throws IOException {
        declare("told");
        // The first is at work however long the second takes to plan: LXD waits for OVN, which planning does not ask.
        lab.on("micro1", "pkill", "-STOP", "-f", "ovnnb_db");
        Mcnet.Execution one = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCall(one, "PATCH /1.0/networks/"), () -> one.end().toString());
        declare("other");
        Mcnet.Result other = mcnet.run("apply", "--yes");
        lab.on("micro1", "pkill", "-CONT", "-f", "ovnnb_db");
        assertAll(() -> assertEquals(5, other.status(), other::toString),
                () -> assertTrue(other.err().contains("error[MC0930]: another apply holds the cluster lock: "),
                        other::toString),
                () -> assertTrue(other.err().contains("apply of program shared"), other::toString),
                () -> assertTrue(other.err().contains("--break-lock " + lab.lock()), other::toString));
        works(one.end());
        works(mcnet.run("apply", "--yes"));
    }

    @Test
    void aHolderKilledOnThisMachineIsFollowedAtOnce() throws IOException {
        declare("killed");
        Mcnet.Execution one = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCall(one, "PATCH /1.0/networks/"), () -> one.end().toString());
        one.kill();
        long lock = lab.lock();
        Mcnet.Result next = mcnet.run("apply", "--yes");
        works(next);
        assertTrue(next.err().contains("The last apply ended without releasing lock number " + lock),
                next::toString);
        assertEquals(lock + 1, lab.lock());
        works(mcnet.run("plan", "--detailed-exitcode"));
    }

    @Test
    void aHolderGoneElsewhereIsFollowedWhenItsLeaseHasRunOut() throws IOException {
        declare("elsewhere");
        Mcnet.Execution one = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCall(one, "PATCH /1.0/networks/"), () -> one.end().toString());
        one.kill();
        long lock = lab.lock();
        elsewhere(lock);
        declare("after");
        Mcnet.Result wrong = mcnet.run("apply", "--yes", "--break-lock", Long.toString(lock - 1));
        assertAll(() -> assertEquals(5, wrong.status(), wrong::toString),
                () -> assertTrue(wrong.err().contains("lock number " + (lock - 1) + " is not the current one"),
                        wrong::toString));
        Mcnet.Result next = mcnet.run("apply", "--yes");
        works(next);
        assertTrue(next.err().contains("It did not renew the lock; continuing with lock number " + (lock + 1)),
                next::toString);
    }

    @Test
    void aHolderWhoseLeaseWasBrokenStopsBeforeItsNextCall() throws Exception {
        declare("slow");
        Mcnet.Execution one = mcnet.start("apply", "--yes");
        assertTrue(moments.awaitCall(one, "PATCH /1.0/networks/"), () -> one.end().toString());
        one.signal("STOP");
        long lock = lab.lock();
        declare("quick");
        works(mcnet.run("apply", "--yes", "--break-lock", Long.toString(lock)));
        one.signal("CONT");
        Mcnet.Result stopped = one.end();
        // Where a write is an operation, LXD has forgotten how the first one ended, five seconds after its end.
        boolean forgotten = lab.server().writesLater()
                && stopped.err().contains("error[MC0810]: member micro1 did not report the result of a change");
        assertAll(() -> assertEquals(3, stopped.status(), stopped::toString),
                () -> assertTrue(forgotten
                        || stopped.err().contains("error[MC0932]: the cluster lock (number " + lock + ") is lost"),
                        stopped::toString));
        assertEquals("quick.lan", lab.on("micro1", "lxc", "network", "get", "n10", "dns.domain").strip());
        works(mcnet.run("apply", "--yes"));
        works(mcnet.run("plan", "--detailed-exitcode"));
    }

    private static void declare(String domain) {
        StringBuilder program = new StringBuilder(PROGRAM);
        for (int i = 1; i <= NETWORKS; i++) {
            program.append("network n%1$d { uplink = public  ipv4 { address = 10.42.%1$d.1/24  nat = true }"
                    .formatted(i)).append("  domain = ").append(domain).append(".lan }\n");
        }
        lab.write("program.mcnet", program.toString());
    }

    /** As if another machine held it, for a short time. */
    private static void elsewhere(long lock) {
        lab.on("micro1", "lxc", "network", "acl", "set", "mcnet-lease-" + lock, "user.mcnet.lease.process=elsewhere",
                "user.mcnet.lease.seconds=6");
    }
}
