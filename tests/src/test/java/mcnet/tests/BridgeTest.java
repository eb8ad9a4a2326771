package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** A bridge of its own on each member, and an instance on it. */
@TestMethodOrder(OrderAnnotation.class)
class BridgeTest extends LabStory {
    private static final String FILE = "lan.mcnet";
    private static final String LAN = """
            program offices
            bridge lan {
              description = "the offices"
              mtu    = 1400
              domain = offices.test
              ipv4 {
                address = 10.50.0.1/24
                nat     = true
                dhcp { ranges = [10.50.0.50-10.50.0.99]  expiry = 10m }
              }
              ipv6 { address = fd42:50::1/64 }
            }
            """;
    /** Two networks that hide behind the bridge, as small sites do that have no uplink for OVN. */
    private static final String BEHIND = LAN.replace("10.50.0.50-10.50.0.99]  expiry = 10m }", """
            10.50.0.50-10.50.0.99]  expiry = 10m }
                ranges = [10.50.0.200-10.50.0.207]
                routes = [10.50.0.208/28]""") + """
            network web {
              uplink = lan
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
              forward 10.50.0.210 { tcp 80 -> 10.42.1.10 }
            }
            network db {
              uplink = lan
              ipv4 { address = 10.42.2.1/24  nat = true  outside = 10.50.0.205 }
            }
            """;

    /** Open vSwitch in userspace passes packets on as they are, and the kernel leaves sums to hardware that is not there. */
    private static final String WHOLE_CHECKSUMS = """
            for link in lan $(ls /sys/class/net | grep 'ovn[0-9]*b$'); do ethtool -K $link tx off > /dev/null; done""";

    private static String before;
    private static Instances instances;

    @BeforeAll
    static void seen() {
        instances = Instances.of(lab);
        before = Footprint.of(lab);
    }

    @Test
    @Order(1)
    void itIsMadeOnEachMember() {
        lab.settle(FILE, LAN);
        for (String member : MEMBERS)
            assertTrue(lab.on(member, "ip", "address", "show", "dev", "lan").contains("10.50.0.1/24"));
        assertTrue(lab.on("micro1", "lxc", "network", "show", "lan").contains("description: the offices"));
        lab.importsItself(FILE);
    }

    @Test
    @Order(2)
    void anInstanceOnItHasAnAddressAndReachesTheMember() {
        instances.launch(new Wanted("desk", "micro2", "lan", List.of()));
        assertTrue(instances.in("desk", "ip", "-4", "address", "show", "dev", "eth0").contains(" 10.50.0."));
        instances.in("desk", "ping", "-c", "1", "-W", "5", "10.50.0.1");
        lab.settle(FILE, LAN + "instance desk { nic eth0 { network = lan } }\n", "--adopt");
        works(lab.mcnet("verify"));
        String port = lab.on("micro1", "lxc", "config", "get", "desk", "volatile.eth0.host_name").strip();
        lab.on("micro2", "ip", "link", "set", port, "nomaster");
        Mcnet.Result unplugged = lab.mcnet("verify");
        assertEquals(1, unplugged.status(), unplugged::toString);
        assertTrue(unplugged.toString().contains("ip link set " + port + " master lan"), unplugged::toString);
        lab.on("micro2", "ip", "link", "set", port, "master", "lan");
        works(lab.mcnet("verify"));
        lab.settle(FILE, LAN);
        instances.remove("desk");
    }

    @Test
    @Order(3)
    void aNetworkBehindItAnswersFromOutside() {
        lab.settle(FILE, BEHIND);
        lab.importsItself(FILE);
        instances.launch(new Wanted("w1", "micro3", "web", List.of("ipv4.address=10.42.1.10")));
        String gateway = new LabRouter(lab, "web").gateway();
        lab.on(gateway, "sh", "-ec", WHOLE_CHECKSUMS);
        assertEquals(0, lab.lab().fabric("ip", "route", "replace", "10.50.0.208/28", "via",
                lab.lab().member(gateway).management()).exit());
        assertEquals(ClientResult.answer("w1"), UplinkClient.of(lab).get("http://10.50.0.210/"));
        instances.in("w1", "ping", "-c", "1", "-W", "5", lab.here("10.77.0.254"));
        lab.lab().fabric("ip", "route", "delete", "10.50.0.208/28");
        instances.remove("w1");
        lab.settle(FILE, LAN);
    }

    @Test
    @Order(4)
    void allOfItCanBeChanged() {
        String changed = LAN.replace("the offices", "desks").replace("1400", "1380")
                .replace("offices.test", "desks.test")
                .replace("10.50.0.", "10.51.0.").replace("fd42:50:", "fd42:51:")
                .replace("nat     = true", "nat     = false")
                .replace("10m", "20m")
                .replace("  mtu ",
                        "  names  = dynamic\n  search = [desks.test]\n  dnsmasq = \"domain-needed\"\n  mtu ");
        lab.settle(FILE, changed);
        lab.importsItself(FILE);
        lab.settle(FILE, "program offices\nbridge lan { ipv4 { address = 10.50.0.1/24 } }\n");
        assertEquals("none", lab.on("micro1", "lxc", "network", "get", "lan", "ipv6.address").strip());
        lab.settle(FILE, LAN);
    }

    @Test
    @Order(5)
    void whatAHandChangedIsMended() {
        lab.on("micro1", "lxc", "network", "set", "lan", "ipv4.nat=false");
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(2, plan.status(), plan::toString);
        assertTrue(plan.out().contains("~ bridge lan"), plan::toString);
        works(lab.mcnet("apply", "--yes"));
        lab.on("micro3", "ip", "link", "set", "lan", "down");
        Mcnet.Result verified = lab.mcnet("verify");
        assertEquals(1, verified.status(), verified::toString);
        assertTrue(verified.toString().contains("lan is down"), verified::toString);
        lab.on("micro3", "ip", "link", "set", "lan", "up");
        lab.on("micro3", "ip", "address", "add", "fd42:50::1/64", "dev", "lan");
        works(lab.mcnet("verify"));
    }

    @Test
    @Order(6)
    void itIsReleasedAndAdopted() {
        works(lab.mcnet("release", "--yes"));
        lab.settle(FILE, LAN, "--adopt");
        lab.works(lab.mcnet("destroy", "--yes", "--include-adopted"));
        assertEquals(before, Footprint.of(lab));
    }
}
