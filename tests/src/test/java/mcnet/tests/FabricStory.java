package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.regex.Pattern;
import org.junit.jupiter.api.AfterEach;

/**
 * What breaks under a cluster that is as the file says. Each story breaks one thing that no plan can see, and verify
 * finds it, names the likely cause and the command that mends it; where a command can, it mends.
 */
abstract class FabricStory extends LabStory {
    static final String PROGRAM = """
            program broken
            underlay fabric { nic = eth1 }
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f] }
            }
            network web {
              uplink = public
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
              forward 198.51.100.210 { tcp 8080 -> 10.42.1.10 port 80 }
            }
            network db {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
              ipv6 { address = fd42:2::1/64  nat = true }
              acls = [db]
            }
            peer web <-> db
            acl db { allow ingress tcp 80 from 10.42.1.0/24 }
            acl worn { allow ingress tcp 81 from 10.0.0.0/8 }
            acl profiled { allow ingress tcp 82 from 10.0.0.0/8 }
            acl idle { allow ingress tcp 83 from 10.0.0.0/8 }
            profile guarded { nic eth0 { network = web  acls = [profiled] } }
            """;
    private static final Pattern REWRITE = Pattern
            .compile("((?:lxc|incus) network set (\\w+) ipv4\\.dhcp=.* ipv4\\.dhcp)");

    static Instances instances;
    /** What a story broke is mended after it, whatever else it found. */
    static final Deque<Runnable> UNDO = new ArrayDeque<>();

    @AfterEach
    void mended() {
        while (!UNDO.isEmpty()) UNDO.pop().run();
        isWhole();
    }

    static void isWhole() {
        Mcnet.Result verify = lab.mcnet("verify");
        for (int again = 0; again < 5 && verify.status() != 0; again++) verify = lab.mcnet("verify");
        assertEquals(0, verify.status(), verify::toString);
    }

    /** Verify fails, with these words among what it says, and names a cause and a cure for each failure. */
    static Mcnet.Result failed(String... words) {
        Mcnet.Result verify = lab.mcnet("verify");
        assertEquals(1, verify.status(), verify::toString);
        for (String word : words) assertTrue(verify.out().contains(lab.named(word)), () -> word + "\n" + verify);
        long failures = Pattern.compile("(?m)^  failed ").matcher(verify.out()).results().count();
        assertAll(() -> assertTrue(failures > 0, verify::toString),
                () -> assertEquals(failures, Pattern.compile("(?m)^ +why: ").matcher(verify.out()).results().count(),
                        verify::toString),
                () -> assertEquals(failures, Pattern.compile("(?m)^ +fix: ").matcher(verify.out()).results().count(),
                        verify::toString));
        return verify;
    }

    /** Runs the commands that a verification names to have networks written anew. */
    static void rewrite(Mcnet.Result said) {
        List<String> commands = REWRITE.matcher(said.out()).results().map(r -> r.group(1)).distinct().toList();
        assertTrue(!commands.isEmpty(), said::toString);
        for (String command : commands) lab.on("micro1", "sh", "-ec", command);
    }

    static String router(String network) {
        return new LabRouter(lab, network).name();
    }
}
