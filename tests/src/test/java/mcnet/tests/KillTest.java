package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.TreeSet;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Killed at any instant, run again, done. Two programs are applied in turn, each of which creates, changes and removes
 * on the way from the other; each apply is killed at another moment: behind the announcement of its first write, its
 * second and so on, and a little later by chance. One plain apply then ends what was begun. Some kills fall between a
 * write's request and its answer, which the journal tells; with {@code -Dmcnet.long=true} at each write of the run. SIGTERM and
 * SIGHUP in turn with SIGKILL: those let the running step finish, print the list and give the lock back.
 */
class KillTest extends LabStory {
    private static final int KILLS = Boolean.getBoolean("mcnet.long") ? 30 : 10;
    private static final List<String> SIGNALS = List.of("KILL", "TERM", "HUP");
    private static final int MOST_NANOS = 400_000_000;
    /** A write that was answered before the kill came is tried again, up to so often. */
    private static final int TRIES = 3;
    /** Shorter than any write takes, and long enough to have it sent. */
    private static final int WITHIN_A_WRITE_NANOS = 5_000_000;

    private static final String COMMON = """
            program killed
            underlay fabric { nic = eth1 }
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            }
            """;
    private static final String ONE = COMMON + """
            network both { uplink = public  ipv4 { address = 10.42.1.1/24  nat = true }  domain = one.lan }
            network one { description = "the first"  uplink = public  ipv4 { address = 10.42.2.1/24  nat = true } }
            """;
    private static final String TWO = COMMON.replace("119]", "129]") + """
            network both { uplink = public  ipv4 { address = 10.42.1.1/24  nat = true }  domain = two.lan }
            network two { description = "the second"  uplink = public  ipv4 { address = 10.42.3.1/24  nat = true } }
            """;

    @TempDir
    Path state;

    @Test
    void onePlainApplyEndsWhatWasBegun() throws IOException, InterruptedException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("KillTest: " + KILLS + " kills, -Dseed=" + seed);
        Random random = new Random(seed);
        JournalWatcher moments = new JournalWatcher(state);
        Mcnet mcnet = new Mcnet(folder, moments.environment());
        int write = 1;
        int killed = 0;
        int tries = 0;
        boolean everyWriteOnce = false;
        Set<Integer> unanswered = new TreeSet<>();
        for (int turn = 0; killed < KILLS; turn++) {
            lab.write("program.mcnet", turn % 2 == 0 ? ONE : TWO);
            Mcnet.Execution apply = mcnet.start("apply", "--yes");
            if (!moments.awaitWrite(apply, write)) {
                apply.end();
                write = 1;
                everyWriteOnce = true;
                continue;
            }
            long until = System.nanoTime() + random.nextInt(everyWriteOnce ? MOST_NANOS : WITHIN_A_WRITE_NANOS);
            while (System.nanoTime() < until) Thread.onSpinWait();
            String signal = SIGNALS.get(killed % SIGNALS.size());
            Mcnet.Result dead = end(apply, signal);
            killed++;
            boolean inFlight = moments.unanswered();
            if (inFlight) unanswered.add(write);
            String where = "SIG" + signal + " " + killed + " at write " + write + " of turn " + turn + "\n" + dead;
            ends(mcnet, where, signal.equals("KILL"));
            tries++;
            if (inFlight || everyWriteOnce || tries == TRIES) {
                write++;
                tries = 0;
            }
        }
        System.out.println("KillTest: before its answer came, at writes " + unanswered);
        assertFalse(unanswered.isEmpty());
    }

    private static Mcnet.Result end(Mcnet.Execution apply, String signal) throws IOException, InterruptedException {
        if (signal.equals("KILL")) return apply.kill();
        apply.signal(signal);
        Mcnet.Result said = apply.end();
        int status = signal.equals("TERM") ? 143 : 129;
        assertTrue(said.status() == 0 || said.status() == status, said::toString);
        // One that comes behind the last step, while it is verified, ends the process at once: all is done by then.
        if (said.err().contains("Interrupted by SIG" + signal) && said.status() == status)
            assertTrue(said.out().contains("Done (") || said.out().contains("Not started ("), said::toString);
        return said;
    }

    private static void ends(Mcnet mcnet, String where, boolean leftLocked) {
        Mcnet.Result again = mcnet.run("apply", "--yes");
        assertEquals(0, again.status(), () -> where + again);
        if (!leftLocked) assertFalse(again.err().contains("without releasing"), () -> where + again);
        Mcnet.Result plan = mcnet.run("plan", "--detailed-exitcode");
        assertEquals(0, plan.status(), () -> where + plan);
        Mcnet.Result verify = mcnet.run("verify");
        assertEquals(0, verify.status(), () -> where + verify);
    }
}
