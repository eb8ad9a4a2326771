package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;
import org.junit.jupiter.api.function.Executable;

/**
 * The life of ACLs, forwards, peerings and zones on a real cluster: made, changed, changed by hand, changed back, removed. What
 * LXD, OVN and Open vSwitch hold is compared as a whole.
 */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrafficKindsTest extends LabStory {
    private static final String PROGRAM = """
            program kinds
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f]  routes = [2001:db8::200/120] }
            }
            network db {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
              ipv6 { address = fd42:2::1/64  nat = true }
            }
            network web {
              uplink = public
              mac    = 00:16:3e:00:42:01
              mtu    = 1442
              ipv4 { address = 10.42.1.1/24  nat = true  outside = 198.51.100.115 }
              ipv6 { address = fd42:1::1/64  nat = true }
            """;
    private static final String BARE = PROGRAM + "}\n";
    private static final String MADE = zoned(PROGRAM) + """
              zone = shop.test
              acls = [web]
              otherwise drop ingress
              forward 198.51.100.210 { description = "front"  tcp 80 -> 10.42.1.10 }
              forward 2001:db8::210 { tcp 80 -> fd42:1::10 }
            }
            peer web <-> db
            acl web {
              description = "rules of web"
              allow ingress tcp 80 "http"
            }
            zone shop.test { }
            zone 10.42.1.0/24 { nat = false }
            zone fd42:1::/64 { }
            """;
    private static final String CHANGED = zoned(PROGRAM).replace("198.51.100.115", "198.51.100.117").replace("1442",
            "1400") + """
                      zone   = shop.test
                      domain = kinds.lan
                      search = [kinds.lan, shop.lan]
                      acls = [web]
                      otherwise reject ingress log
                      forward 198.51.100.210 {
                        description = "the front"
                        tcp 80, 443 -> 10.42.1.11
                        udp 53 -> 10.42.1.12 port 5353
                        otherwise -> 10.42.1.9
                      }
                      forward 2001:db8::210 { tcp 80 -> fd42:1::10 port 8080 }
                    }
                    peer web <-> db { description = "the two" }
                    acl web {
                      description = "the rules of web"
                      drop ingress tcp 80 from 10.1.0.0/16 log
                      allow ingress tcp 80, 443, 8080 "http and https"
                      allow ingress icmp4
                      allow ingress udp 5353 from network db
                      allow egress to 10.42.0.0/16
                    }
                    zone shop.test {
                      description = "names of the shop"
                      nameservers = ["ns1.shop.test", "ns2.shop.test"]
                    }
                    zone 10.42.1.0/24 { }
                    zone fd42:1::/64 { }
                    """;

    private static String bare;
    private static String made;
    private static String changed;

    @BeforeAll
    static void up() {
        apply(BARE);
        Instances.of(lab).launch(new Wanted("w1", "micro2", "web", List.of()));
        bare = Footprint.of(lab);
    }

    @Test
    @Order(1)
    void made() {
        apply(MADE);
        lab.importsItself("kinds.mcnet");
        made = Footprint.of(lab);
        holds(made, "acl .*description=rules of web.*action=allow, description=http, destination_port=80, protocol=tcp",
                "network .*security.acls.default.ingress.action=drop, security.acls=web",
                "network (?=.*dns.zone.forward=shop.test)(?=.*dns.zone.reverse.ipv4=1.42.10.in-addr.arpa)"
                        + "(?=.*dns.zone.reverse.ipv6=0.0.0.0.0.0.0.0.1.0.0.0.2.4.d.f.ip6.arpa)",
                "lxd zone .*shop.test", "lxd zone (?=.*network.nat=false).*1.42.10.in-addr.arpa",
                "lxd zone .*0.0.0.0.0.0.0.0.1.0.0.0.2.4.d.f.ip6.arpa",
                "web forward .*description=front, listen_address=198.51.100.210,.*listen_port=80,.*=10.42.1.10",
                "web peer .*status=Created, target_network=db", "db peer .*status=Created, target_network=web",
                "nb Logical_Router_Port (?=.*lrp-ext)(?=.*mac=00:16:3e:00:42:01)(?=.*198.51.100.115/24)",
                "nb ACL action=allow-related .*&& \\(tcp\\) && \\(tcp.dst == 80\\)",
                "nb ACL action=drop .*outport == \"lxd-net\\d+-instance-.* priority=100",
                "nb Load_Balancer .*protocol=tcp vips=198.51.100.210:80:10.42.1.10:80",
                "nb Load_Balancer .*protocol=tcp vips=\\[2001:db8::210]:80:\\[fd42:1::10]:80",
                "nb Logical_Router_Static_Route ip_prefix=10.42.2.0/24 .*output_port=lxd-net\\d+-lr-lrp-peer-net\\d+",
                "nb Logical_Router_Static_Route ip_prefix=fd42:1::/64 .*output_port=lxd-net\\d+-lr-lrp-peer-net\\d+");
    }

    @Test
    @Order(2)
    void severalAttributesChangeInOneApply() {
        lab.write("kinds.mcnet", CHANGED);
        planned("description +rules of web → the rules of web", "\\+ rule +drop ingress tcp 80 from 10.1.0.0/16 log",
                "\\+ rule +allow ingress udp 5353 from 10.42.2.0/24, fd42:2::/64",
                "- rule +allow ingress tcp 80 \"http\"",
                "otherwise.ingress +drop → reject", "otherwise.ingress.log +\\(unset\\) → true",
                "description +front → the front", "otherwise +\\(unset\\) → 10.42.1.9",
                "\\+ sends +udp 53 -> 10.42.1.12 port 5353", "- sends +tcp 80 -> 10.42.1.10",
                "description +\\(unset\\) → the two", "mtu +1442 → 1400", "domain +\\(unset\\) → kinds.lan",
                "search +\\(unset\\) → kinds.lan, ?shop.lan", "ipv4.outside +198.51.100.115 → 198.51.100.117",
                "nameservers +\\(unset\\) → ns1.shop.test, ?ns2.shop.test", "nat +false → \\(server default: true\\)",
                "Plan: 0 to create, 7 to change, 0 to remove");
        apply(CHANGED);
        lab.importsItself("kinds.mcnet");
        changed = Footprint.of(lab);
        holds(changed, "acl .*description=the rules of web.*action=drop, destination_port=80, protocol=tcp, "
                + "source=10.1.0.0/16, state=logged",
                "network .*security.acls.default.ingress.action=reject, security.acls.default.ingress.logged=true",
                "web forward .*target_address=10.42.1.9,.*description=the front,.*listen_port=53, protocol=udp",
                "lxd zone (?=.*dns.nameservers=ns1.shop.test,ns2.shop.test)(?=.*names of the shop).*shop.test",
                "web peer .*description=the two", "db peer .*description=the two",
                "network (?=.*bridge.mtu=1400)(?=.*dns.domain=kinds.lan)(?=.*dns.search=kinds.lan,shop.lan)",
                "nb Logical_Router_Port (?=.*lrp-ext)(?=.*198.51.100.117/24)(?=.*gateway_mtu:1400)",
                "nb NAT .*external_ip=198.51.100.117", "nb DHCP_Options (?=.*kinds.lan)(?=.*mtu:1400)",
                "nb DHCP_Options .*domain_search:.*shop.lan",
                "nb ACL action=drop .*log=true .*ip4.src == 10.1.0.0/16\\) && \\(tcp\\) && \\(tcp.dst == 80\\)",
                "nb ACL action=allow-related .*ip4.src == 10.42.2.0/24 \\|\\| ip6.src == fd42:2::/64.*udp.dst == 5353",
                "nb ACL action=allow-related .*inport == @lxd_acl.*ip4.dst == 10.42.0.0/16",
                "nb ACL action=reject .*log=true .*outport == \"lxd-net\\d+-instance-.* priority=100",
                "nb Load_Balancer .*vips=198.51.100.210:10.42.1.9,198.51.100.210:443:10.42.1.11:443,"
                        + "198.51.100.210:80:10.42.1.11:80",
                "nb Load_Balancer .*protocol=udp vips=198.51.100.210:53:10.42.1.12:5353",
                "nb Load_Balancer .*vips=\\[2001:db8::210]:80:\\[fd42:1::10]:8080");
    }

    @Test
    @Order(3)
    void whatAHandChangedIsNamedAndMended() {
        lab.on("micro1", "sh", "-ec", """
                lxc network acl rule remove web ingress protocol=icmp4 --force
                lxc network acl rule add web ingress action=allow protocol=udp
                lxc network forward port remove web "$1" udp 53
                lxc network forward set web "$1" target_address=10.42.1.99
                lxc network peer delete db web
                lxc network zone unset shop.test dns.nameservers
                lxc network unset web dns.zone.reverse.ipv4
                lxc network unset web security.acls
                lxc network unset web security.acls.default.ingress.action""", "sh", lab.here("198.51.100.210"));
        planned("\\+ rule +allow ingress icmp4", "- rule +allow ingress udp", "acls +\\(unset\\) → web",
                "otherwise.ingress +\\(unset\\) → reject", "otherwise +10.42.1.99 → 10.42.1.9",
                "\\+ sends +udp 53 -> 10.42.1.12 port 5353", "state +half lost → joined",
                "ipv4.zone +\\(unset\\) → 10.42.1.0/24", "nameservers +\\(unset\\) → ns1.shop.test",
                "Plan: 0 to create, 5 to change, 0 to remove");
        apply(CHANGED);
        assertEquals(changed, Footprint.of(lab));
    }

    @Test
    @Order(4)
    void whatIsNoLongerSaidIsGoneAsIfNeverSaid() {
        apply(MADE);
        assertEquals(made, Footprint.of(lab));
    }

    @Test
    @Order(5)
    void whatIsTakenOutLeavesNothingBehind() {
        lab.write("kinds.mcnet", BARE);
        planned("Plan: 0 to create, 1 to change, 7 to remove");
        apply(BARE);
        assertEquals(bare, Footprint.of(lab));
    }

    /** Reverse zones for both families of network web. */
    private static String zoned(String program) {
        return program.replace("nat = true  outside", "nat = true  zone = 10.42.1.0/24  outside")
                .replace("fd42:1::1/64  nat = true", "fd42:1::1/64  nat = true  zone = fd42:1::/64");
    }

    private static void apply(String program) {
        lab.settle("kinds.mcnet", program);
    }

    private static void planned(String... lines) {
        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
        assertEquals(2, plan.status(), plan::toString);
        holds(plan.out(), lines);
    }

    /** Each pattern, written for the default lab's addresses, is found in some line. */
    private static void holds(String text, String... patterns) {
        assertAll(Stream.of(patterns)
                .<Executable>map(each -> () -> assertTrue(Pattern.compile(lab.here(each)).matcher(text).find(),
                        () -> each + "\n" + text)));
    }
}
