package mcnet.lab;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

class ClusterBlockTest {

    @Test
    void namesTheMembersAndTheWayIn() {
        AddressPlan plan = new AddressPlan(AddressPlan.DEFAULT);
        assertEquals("""
                cluster lab {
                  ssh {
                    user        = "root"
                    identity    = "/state/lab/id_ed25519"
                    known_hosts = "/state/lab/known_hosts"
                  }
                  member micro1 { address = 10.77.0.1  underlay = 10.88.0.1 }
                  member micro2 { address = 10.77.0.2  underlay = 10.88.0.2 }
                }
                """, block(MemberSource.DEFAULT, plan));
    }

    @Test
    void saysItsServerWhereCheckWouldTakeItForAnother() {
        String block = block(MemberSource.server("incus-6.0"), new AddressPlan(AddressPlan.DEFAULT));
        assertTrue(block.startsWith("cluster lab {\n  server = incus-6.0\n  ssh {"), block);
    }

    private static String block(MemberSource source, AddressPlan plan) {
        return ClusterBlock.of("lab", source, plan.members(2), Path.of("/state/lab/id_ed25519"),
                Path.of("/state/lab/known_hosts"));
    }
}
