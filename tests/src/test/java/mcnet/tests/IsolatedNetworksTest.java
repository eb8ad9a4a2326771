package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.List;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer.OrderAnnotation;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Networks without an uplink, on servers that have them, and what else only such servers know of a network. */
@TestMethodOrder(OrderAnnotation.class)
class IsolatedNetworksTest extends LabStory {
    private static final String FILE = "isolated.mcnet";
    private static final String PUBLIC = """
            program isolated
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f] }
            }
            """;
    private static final String LAB = PUBLIC + """
            network lab {
              uplink = none
              ipv4 { address = 10.42.1.1/24 }
              ipv6 { address = fd42:1::1/64 }
            }
            network web {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
              ipv6 { address = fd42:2::1/64  nat = true }
            }
            network switch { uplink = none }
            peer lab <-> web
            """;
    private static final int TRIES = 3;
    private static final String L1 = "10.42.1.10";

    private static Instances instances;
    private static String before;

    @BeforeAll
    static void up() {
        assumeTrue(lab.server().isolates(), "this server connects every network to an uplink");
        instances = Instances.of(lab);
        UplinkClient.of(lab);
        before = Footprint.of(lab);
    }

    @Test
    @Order(1)
    void itCarriesTrafficBetweenMembersAndToItsPeersAlone() {
        lab.settle(FILE, LAB);
        lab.importsItself(FILE);
        instances.launch(new Wanted("l1", "micro1", "lab", List.of("ipv4.address=" + L1)),
                new Wanted("l2", "micro3", "lab", List.of()), new Wanted("w1", "micro2", "web", List.of()));
        assertEquals(ClientResult.answer("l1"), instances.get("l2", "http://" + L1 + "/"));
        assertEquals(ClientResult.answer("l1"), instances.get("w1", "http://" + L1 + "/"));
        assertTrue(hearsFromOutside("w1"));
        assertFalse(hearsFromOutside("l1"));
    }

    @Test
    @Order(2)
    void itIsConnectedToAnUplinkAndTakenOffAgain() {
        lab.settle(FILE, LAB.replace("""
                uplink = none
                  ipv4 { address = 10.42.1.1/24 }
                  ipv6 { address = fd42:1::1/64 }""", """
                uplink = public
                  ipv4 { address = 10.42.1.1/24  nat = true }
                  ipv6 { address = fd42:1::1/64  nat = true }"""));
        assertTrue(hearsFromOutside("l1"));
        lab.importsItself(FILE);
        lab.settle(FILE, LAB);
        assertFalse(hearsFromOutside("l1"));
    }

    @Test
    @Order(3)
    void dhcpAnnouncesAnotherGatewayAndTimeAndDnsNoNames() {
        assumeTrue(lab.server().announcesGateways(), "DHCP of this server announces the router alone");
        assertTrue(knows("l2"));
        lab.settle(FILE, LAB.replace("uplink = none\n  ipv4 { address = 10.42.1.1/24 }", """
                uplink = none
                  names  = none
                  ipv4 {
                    address = 10.42.1.1/24
                    dhcp { gateway = 10.42.1.10  expiry = 20m }
                  }"""));
        lab.importsItself(FILE);
        instances.restart("l2");
        assertTrue(instances.in("l2", "ip", "route").contains("default via 10.42.1.10"));
        // One that had its name keeps it.
        instances.launch(new Wanted("l3", "micro2", "lab", List.of()));
        assertFalse(knows("l3"));
        instances.remove("l3");
        lab.settle(FILE, LAB);
    }

    @Test
    @Order(4)
    void packetsToManyAreTreatedAsTheFileSays() {
        assumeTrue(lab.server().knowsMulticast(), "this server has no word for it");
        lab.settle(FILE,
                LAB.replace("network lab {\n", "network lab {\n  multicast { snooping = false  relay = true }\n"));
        lab.importsItself(FILE);
        lab.settle(FILE, LAB);
    }

    @Test
    @Order(5)
    void nothingIsLeftBehind() {
        instances.remove("l1", "l2", "w1");
        works(lab.mcnet("destroy", "--yes"));
        assertEquals(before, Footprint.of(lab));
    }

    private static boolean knows(String instance) {
        return lab.exec("micro1", "lxc", "exec", "-T", "l1", "--", "nslookup", instance + ".lxd").stdout()
                .contains("Name:");
    }

    private static boolean hearsFromOutside(String instance) {
        for (int again = 0; again < TRIES; again++)
            if (lab.exec("micro1", "lxc", "exec", "-T", instance, "--", "timeout", "2", "wget", "-q", "-O", "-",
                    lab.here("http://198.51.100.1:8099/cgi-bin/who")).ok())
                return true;
        return false;
    }
}
