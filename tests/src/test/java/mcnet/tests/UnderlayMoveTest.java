package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** Tunnels move to another link: one that carries nothing is found before anything is changed. */
class UnderlayMoveTest extends LabStory {
    private static final String NEW = "10.99.7.";
    private static final String PROGRAM = """
            program moving
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
            }
            network web { description = "WORDS"  uplink = public  ipv4 { address = 10.42.1.1/24  nat = true } }
            underlay fabric { nic = eth1 NIC }
            """;

    @BeforeAll
    static void up() {
        lab.settle("moving.mcnet", program("before", ""));
        for (String member : List.of("micro1", "micro2"))
            lab.on(member, "ip", "address", "add", NEW + member.substring(5) + "/24", "dev", "eth1");
        // A link of its own with nothing at the other end, and a member that answers for an address on its own link only.
        lab.on("micro3", "sh", "-ec", """
                ip link add dead0 type veth peer name dead1
                ip link set dead0 mtu $(cat /sys/class/net/eth1/mtu)
                ip link set dead0 up; ip link set dead1 up
                ip address add %s3/24 dev dead0
                sysctl -qw net.ipv4.conf.all.arp_ignore=1
                """.formatted(NEW));
    }

    private static String program(String description, String nic) {
        return PROGRAM.replace("WORDS", description).replace("NIC", nic);
    }

    @Test
    void aDeadLinkIsFoundBeforeAnythingIsChanged() {
        List<String> before = ends();
        lab.write("cluster.mcnet", lab.lab().clusterBlock().replace(lab.lab().addresses().underlay().prefix(), NEW));
        lab.write("moving.mcnet", program("after", "on micro3 { nic = dead0 }"));
        Mcnet.Result dead = lab.mcnet("apply", "--yes");
        assertAll(() -> assertEquals(1, dead.status(), dead::toString),
                () -> assertTrue(dead.err().contains("error[MC0763]: probe underlay fabric: "), dead::toString),
                () -> assertTrue(dead.err().contains(" does not answer "), dead::toString),
                () -> assertTrue(dead.err().contains("ping -I "), dead::toString),
                () -> assertEquals(before, ends()),
                () -> assertEquals("before", lab.on("micro1", "lxc", "query", "/1.0/networks/web").lines()
                        .filter(l -> l.contains("\"description\"")).findFirst().orElse("").split("\"")[3]));
    }

    private static List<String> ends() {
        return MEMBERS.stream().map(m -> lab.on(m, "ovs-vsctl", "get", "open_vswitch", ".",
                "external_ids:ovn-encap-ip").replace("\"", "").strip()).toList();
    }
}
