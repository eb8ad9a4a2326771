package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeFalse;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/**
 * LXD's traps as LXD itself has them, each sprung by hand, so that what the rules of mcnet say of the server is true; and
 * what only the server can show of mcnet's way around them. The table is {@code tests/TRAPS.md}.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class ServersTrapsTest extends LabStory {
    private static final String BARE = """
            program traps
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 {
                gateway = 198.51.100.1/24
                ranges  = [198.51.100.100-198.51.100.119]
                routes  = [198.51.100.208/28, 10.60.0.0/16]
              }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f]  routes = [2001:db8::200/120] }
            }
            network db { uplink = public  ipv4 { address = 10.42.2.1/24  nat = true } }
            network six { uplink = public  ipv6 { address = fd42:6::1/64  nat = true } }
            network open { uplink = public  ipv4 { address = 10.60.1.1/24 } }
            """;
    private static final String WEB = """
            network web {
              description = "the front"
              uplink = public
              acls = [own]
              otherwise allow egress
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
              forward 198.51.100.210 { description = "shop"  user { team = "web" }  tcp 80, 443 -> 10.42.1.10 }
            }
            peer web <-> db
            acl own {
              description = "own rules"
              user { team = "web" }
              allow ingress tcp 80, 443
              allow ingress udp from acl own
              allow ingress tcp 9000 from peer web/db
            }
            """;
    private static final String MADE = BARE + WEB;
    private static final String MOVED = BARE + WEB.replace("10.42.1.", "10.43.1.").replace("the front", "moved");
    private static final String FORWARD = "/1.0/networks/web/forwards/198.51.100.210";

    @BeforeAll
    static void up() {
        lab.settle("traps.mcnet", MADE);
    }

    @Test
    @Order(1)
    void theDescriptionOfACreationIsLost() {
        assumeTrue(lab.server().losesDescriptions());
        says("", "POST", "/1.0/networks", """
                {"name":"hand","type":"ovn","description":"by hand","config":{"network":"public",
                "ipv4.address":"10.42.9.1/24","ipv4.nat":"true","ipv6.address":"none"}}""");
        says("\"description\": \"\"", "GET", "/1.0/networks/hand", "");
        says("\"description\": \"the front\"", "GET", "/1.0/networks/web", "");
    }

    @Test
    @Order(2)
    void anAclThatNamesItself() {
        says("Invalid subject \"me\"", "POST", "/1.0/network-acls", acl("me", "\"source\":\"me\""));
        says("\"source\": \"own\"", "GET", "/1.0/network-acls/own", "");
    }

    @Test
    @Order(3)
    void aPatchClearsWhatItDoesNotName() {
        says("", "PATCH", "/1.0/networks/web", "{\"config\":{}}");
        says("EOF", "PATCH", "/1.0/network-acls/own", "{\"description\":\"other\"}");
        says("", "PATCH", "/1.0/network-acls/own", "{\"config\":{}}");
        says("\"ingress\": []", "GET", "/1.0/network-acls/own", "");
        says("EOF", "PATCH", FORWARD, "{\"description\":\"other\"}");
        says("", "PATCH", FORWARD, "{\"config\":{}}");
        says("\"description\": \"\"", "GET", FORWARD, "");

        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(2, plan.status(), plan::toString);
        assertTrue(plan.out().contains("Plan: 0 to create, 3 to change, 0 to remove"), plan::toString);
        lab.settle("traps.mcnet", MADE);
        says("\"description\": \"own rules\"", "GET", "/1.0/network-acls/own", "");
        says("\"description\": \"shop\"", "GET", FORWARD, "");
        says("\"description\": \"the front\"", "GET", "/1.0/networks/web", "");
    }

    @Test
    @Order(4)
    void aForwardListensOnRoutedAddressesOnly() {
        assertAll(() -> refused("contain \"198.51.100.105/32\" in its routes", "web", "198.51.100.105", ""),
                () -> refused("overlaps with another", "web", "10.60.1.5", ""));
    }

    @Test
    @Order(4)
    void aForwardDoesNotListenInside() {
        assumeFalse(lab.server().listensInside());
        assertAll(() -> refused("doesn't contain \"0.0.0.0/32\" in its routes", "web", "0.0.0.0", ""),
                () -> refused("doesn't contain \"10.42.1.5/32\" in its routes", "web", "10.42.1.5", ""));
    }

    @Test
    @Order(5)
    void familiesDoNotMix() {
        refused("Cannot mix IP versions", "web", "198.51.100.211", "\"target_address\":\"fd42:1::9\"");
        refused("invalid CIDR address: none", "db", "2001:db8::205", "\"target_address\":\"fd42::9\"");
        says("Conflicting IP family types", "POST", "/1.0/network-acls",
                acl("mixed", "\"source\":\"10.0.0.0/8\",\"destination\":\"fd42::/64\""));
        says("", "POST", "/1.0/networks/six/peers", peer("db"));
        says("", "POST", "/1.0/networks/db/peers", peer("six"));
        says("\"status\": \"Created\"", "GET", "/1.0/networks/six/peers/db", "");
    }

    @Test
    @Order(6)
    void nothingIsSaidTwice() {
        says("Duplicate of ingress rule 0", "POST", "/1.0/network-acls", """
                {"name":"twice","config":{},"egress":[],"ingress":[
                {"action":"allow","state":"enabled","protocol":"tcp","destination_port":"80"},
                {"action":"allow","state":"enabled","protocol":"tcp","destination_port":"80"}]}""");
        says("Duplicate listen port 80", "POST", "/1.0/networks/web/forwards", """
                {"listen_address":"198.51.100.211","config":{},"ports":[
                {"protocol":"tcp","listen_port":"80","target_address":"10.42.1.10"},
                {"protocol":"tcp","listen_port":"80","target_address":"10.42.1.11"}]}""");
    }

    @Test
    @Order(7)
    void portsBeyondAllAreTaken() {
        assumeTrue(lab.server().takesAnyPort());
        says("", "POST", "/1.0/network-acls", acl("beyond", "\"protocol\":\"tcp\",\"destination_port\":\"70000\""));
        says("\"destination_port\": \"70000\"", "GET", "/1.0/network-acls/beyond", "");
        says("bad port number", "POST", "/1.0/networks/web/forwards", """
                {"listen_address":"198.51.100.211","config":{},"ports":[
                {"protocol":"tcp","listen_port":"70000","target_address":"10.42.1.10"}]}""");
    }

    @Test
    @Order(8)
    void namedSubjectsStandOnOneSide() {
        says("Named subjects not allowed in \"Destination\" for \"ingress\" rules", "POST", "/1.0/network-acls",
                acl("side", "\"destination\":\"@internal\""));
    }

    @Test
    @Order(9)
    void anAclWithAPeeringFitsOneNetwork() {
        says("ACL requiring peer \"web/db\" cannot be applied to network \"db\"", "PATCH", "/1.0/networks/db",
                "{\"description\":\"\",\"config\":{\"security.acls\":\"own\"}}");
    }

    @Test
    @Order(10)
    void aPeeringWithNobodyIsTaken() {
        says("", "POST", "/1.0/networks/web/peers", peer("nobody"));
        says("\"status\": \"Pending\"", "GET", "/1.0/networks/web/peers/nobody", "");
    }

    @Test
    @Order(11)
    void lengthsAreJudgedTheWrongWayRound() {
        assumeTrue(lab.server().judgesLengthsTheWrongWay());
        says("IPv6 subnet must be at least a /64", "POST", "/1.0/networks", network("short", "fd44::1/48"));
        says("", "POST", "/1.0/networks", network("long", "fd44::1/112"));
        says("\"status\": \"Created\"", "GET", "/1.0/networks/long", "");
    }

    @Test
    @Order(12)
    void aNetworkMovesWithItsForwards() {
        says("has a port target address \"10.42.1.10\" that is not within the network subnet", "PATCH",
                "/1.0/networks/web", "{\"description\":\"\",\"config\":{\"ipv4.address\":\"10.43.1.1/24\"}}");
        lab.settle("traps.mcnet", MOVED);
        says("\"target_address\": \"10.43.1.10\"", "GET", FORWARD, "");
        says("\"description\": \"moved\"", "GET", "/1.0/networks/web", "");
    }

    /** LXD takes the word {@code auto} in a change too, and chooses anew. */
    @Test
    @Order(13)
    void whatTheServerChoseStays() {
        lab.settle("traps.mcnet",
                MOVED + """
                        network free { uplink = public  ipv4 { address = auto  nat = true }  ipv6 { address = auto  nat = true } }
                        """);
        String chosen = addresses("free");
        for (int again = 2; again <= 10; again++) {
            Mcnet.Result apply = lab.mcnet("apply", "--yes");
            assertEquals(0, apply.status(), apply::toString);
            assertTrue(apply.out().contains("Nothing to do"), apply::toString);
            assertEquals(chosen, addresses("free"));
        }
        says("", "PATCH", "/1.0/networks/free", "{\"config\":{\"ipv4.address\":\"auto\"}}");
        assertNotEquals(chosen, addresses("free"));
    }

    @Test
    @Order(13)
    void aRouterOutsideOfItsUplinksRangesCannotBeChanged() {
        assumeTrue(lab.server().holdsRoutersAgainstRanges());
        lab.write("traps.mcnet", MOVED.replace("[198.51.100.100-198.51.100.119]", "[198.51.100.115-198.51.100.119]"));
        Mcnet.Result plan = lab.mcnet("plan");
        assertAll(() -> assertEquals(1, plan.status(), plan::toString),
                () -> assertTrue(plan.err().contains("MC0772"), plan::toString));
        lab.write("traps.mcnet", MOVED);
        lab.on("micro1", "lxc", "network", "set", "public",
                lab.here("ipv4.ovn.ranges=198.51.100.115-198.51.100.119"));
        says("not within allowed ranges", "PATCH", "/1.0/networks/db", "{\"config\":{\"user.hand\":\"1\"}}");
        Mcnet.Result verify = lab.mcnet("verify");
        assertAll(() -> assertEquals(1, verify.status(), verify::toString),
                () -> assertTrue(verify.out().contains(" is not in " + lab.here("198.51.100.115")), verify::toString));
        Mcnet.Result release = lab.mcnet("release", "--yes");
        assertAll(() -> assertEquals(1, release.status(), release::toString),
                () -> assertTrue(release.err().contains("MC0773"), release::toString));
        lab.settle("traps.mcnet", MOVED);
    }

    /** LXD looks at no other network when it is told an address outside. */
    @Test
    @Order(14)
    void anAddressOutsideThatTwoNetworksHaveIsTold() {
        lab.settle("traps.mcnet", MOVED);
        String own = lab.on("micro1", "lxc", "network", "get", "web", "volatile.network.ipv4.address").strip();
        lab.write("traps.mcnet", MOVED + "network late { uplink = public  ipv4 { address = 10.42.9.1/24  nat = true"
                + "  outside = " + own + " } }\n");
        Mcnet.Result plan = lab.mcnet("plan");
        assertAll(() -> assertEquals(1, plan.status(), plan::toString),
                () -> assertTrue(plan.err().contains("error[MC0851]: " + own
                        + " is already the outside address of network web"), plan::toString));
        lab.write("traps.mcnet", MOVED);
        // One that no program made.
        lab.on("micro1", "sh", "-ec", "lxc network create twice --type=ovn network=public ipv4.address=10.42.8.1/24"
                + " ipv4.nat=true ipv6.address=none </dev/null");
        try {
            says("", "PATCH", "/1.0/networks/twice",
                    "{\"config\":{\"volatile.network.ipv4.address\":\"" + own + "\"}}");
            Mcnet.Result verify = lab.mcnet("verify");
            assertAll(() -> assertEquals(1, verify.status(), verify::toString),
                    () -> assertTrue(verify.out().contains(own + " is network twice's too"), verify::toString));
        } finally {
            lab.on("micro1", "lxc", "network", "delete", "twice");
        }
        // Machines outside may send to the other router for as long as they remember its MAC address.
        Mcnet.Result verify = lab.mcnet("verify", "-v");
        assertTrue(verify.out().contains("  ok      outside address is unique"), verify::toString);
        assertFalse(verify.out().contains("'s too"), verify::toString);
    }

    /** Those inside and those of the router outside. */
    private static String addresses(String network) {
        return Stream.of("ipv4.address", "ipv6.address", "volatile.network.ipv4.address",
                "volatile.network.ipv6.address").map(key -> lab.on("micro1", "lxc", "network", "get", network, key))
                .collect(Collectors.joining());
    }

    /** @param said what stands somewhere in the answer; empty: no error */
    private static void says(String said, String method, String path, String body) {
        String answer = lab.on("micro1", "sh", "-c", "lxc query --wait -X \"$1\" \"$2\" ${3:+-d \"$3\"} 2>&1 || :",
                "sh",
                method, lab.here(path), lab.here(body));
        if (said.isEmpty())
            assertFalse(answer.contains("Error"), answer);
        else
            assertTrue(answer.contains(lab.here(said)), () -> said + "\n" + answer);
    }

    private static void refused(String said, String network, String listen, String config) {
        says(said, "POST", "/1.0/networks/" + network + "/forwards",
                "{\"listen_address\":\"" + listen + "\",\"config\":{" + config + "},\"ports\":[]}");
    }

    private static String acl(String name, String rule) {
        return "{\"name\":\"" + name
                + "\",\"config\":{},\"egress\":[],\"ingress\":[{\"action\":\"allow\",\"state\":\"enabled\"," + rule
                + "}]}";
    }

    private static String peer(String target) {
        return "{\"name\":\"" + target + "\",\"config\":{},\"target_project\":\"default\",\"target_network\":\""
                + target
                + "\"}";
    }

    private static String network(String name, String address) {
        return "{\"name\":\"" + name
                + "\",\"type\":\"ovn\",\"config\":{\"network\":\"public\",\"ipv4.address\":\"none\","
                + "\"ipv6.nat\":\"true\",\"ipv6.address\":\"" + address + "\"}}";
    }
}
