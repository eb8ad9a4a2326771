package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Collectors;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * An uplink changes under networks that are at work, one of them somebody else's: its ranges, gateways, routes,
 * resolvers, the way in. Each apply has done all that the file says, in OVN too, and the server takes the next change of
 * each network; or it refused before anything was changed. {@code -Dseed=N} brings the changes again. Only in
 * {@code tests/run --long}.
 */
@EnabledIfSystemProperty(named = "mcnet.long", matches = "true")
class UplinkChangesTest extends LabStory {
    private static final int CHANGES = Integer.getInteger("changes", 30);

    /** @param gateway6 empty: the uplink has no IPv6 */
    private record Uplink(String gateway, String ranges, String routes, String gateway6, String ranges6, String dns,
            String ingress, String web, String db) {
        static final Uplink FIRST = new Uplink("198.51.100.1/24", "198.51.100.100-198.51.100.119",
                "198.51.100.208/28, 198.51.100.224/28", "2001:db8::1/64", "2001:db8::100-2001:db8::11f", "198.51.100.1",
                "", "", "");

        Uplink changed(Random random) {
            return switch (random.nextInt(9)) {
                case 0 -> with(one(random, "198.51.100.1/24", "198.51.100.2/24", "198.51.100.1/25"), ranges, routes);
                case 1 -> with(gateway, one(random, "198.51.100.100-198.51.100.119", "198.51.100.100-198.51.100.125",
                        "198.51.100.110-198.51.100.125", "198.51.100.100-198.51.100.105, 198.51.100.110-198.51.100.119",
                        "198.51.100.90-198.51.100.119"), routes);
                case 2 -> with(gateway, ranges, one(random, "198.51.100.208/28, 198.51.100.224/28", "198.51.100.192/26",
                        "198.51.100.208/28", "198.51.100.212/30, 198.51.100.224/28"));
                case 3 -> six(one(random, "2001:db8::1/64", "2001:db8::2/64", "fe80::1/64", ""), ranges6);
                case 4 -> six(gateway6, one(random, "2001:db8::100-2001:db8::11f", "2001:db8::100-2001:db8::1ff",
                        "2001:db8::110-2001:db8::1ff"));
                case 5 ->
                    settings(one(random, "198.51.100.1", "198.51.100.1, 2001:db8::1", "198.51.100.9", ""), ingress);
                case 6 -> settings(dns, one(random, "", "l2proxy", "routed"));
                case 7 -> outside(one(random, "", "198.51.100.112", "198.51.100.118", "198.51.100.122"), db);
                default -> outside(web, one(random, "", "198.51.100.113", "198.51.100.119", "198.51.100.112"));
            };
        }

        private static String one(Random random, String... of) {
            return of[random.nextInt(of.length)];
        }

        private Uplink with(String gateway, String ranges, String routes) {
            return new Uplink(gateway, ranges, routes, gateway6, ranges6, dns, ingress, web, db);
        }

        private Uplink six(String gateway6, String ranges6) {
            return new Uplink(gateway, ranges, routes, gateway6, ranges6, dns, ingress, web, db);
        }

        private Uplink settings(String dns, String ingress) {
            return new Uplink(gateway, ranges, routes, gateway6, ranges6, dns, ingress, web, db);
        }

        private Uplink outside(String web, String db) {
            return new Uplink(gateway, ranges, routes, gateway6, ranges6, dns, ingress, web, db);
        }

        String program() {
            return """
                    program shop
                    uplink public {
                      nic = eth0
                      on micro3 { nic = enp5s0 }
                      ipv4 { gateway = %s  ranges = [%s]  routes = [%s] }
                    %s%s%s}
                    network web {
                      uplink = public
                      ipv4 { address = 10.42.1.1/24  nat = true%s }
                      ipv6 { address = fd42:1::1/64  nat = true }
                      forward 198.51.100.210 { tcp 80 -> 10.42.1.10 }
                    }
                    network db { uplink = public  ipv4 { address = 10.42.2.1/24  nat = true%s } }
                    network open { uplink = public  ipv4 { address = 198.51.100.225/28 } }
                    project acme {
                      grant public { ipv4 { subnets = [198.51.100.208/28] } }
                      network front { uplink = public  ipv4 { address = 10.42.3.1/24  nat = true } }
                    }
                    """.formatted(gateway, ranges, routes,
                    gateway6.isEmpty() ? "" : "  ipv6 { gateway = " + gateway6 + sixth() + " }\n",
                    dns.isEmpty() ? "" : "  dns = [" + dns + "]\n",
                    ingress.isEmpty() ? "" : "  ingress = " + ingress + "\n",
                    outside(web), outside(db));
        }

        private String sixth() {
            return gateway6.startsWith("fe80") ? "" : "  ranges = [" + ranges6 + "]";
        }

        private static String outside(String address) {
            return address.isEmpty() ? "" : "  outside = " + address;
        }
    }

    @BeforeAll
    static void up() {
        lab.settle("shop.mcnet", Uplink.FIRST.program());
        Instances.of(lab).launch(new Wanted("c1", "micro1", "web", List.of("ipv4.address=10.42.1.10")));
        lab.on("micro1", "sh", "-ec", lab
                .here("""
                        lxc network create theirs --type=ovn network=public ipv4.address=10.42.9.1/24 ipv4.nat=true ipv6.address=none
                        lxc network forward create theirs 198.51.100.213"""));
    }

    @Test
    void eachIsDoneOrRefused() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("UplinkChangesTest: " + CHANGES + " changes, -Dseed=" + seed);
        Random random = new Random(seed);
        Uplink held = Uplink.FIRST;
        int refused = 0;
        for (int change = 0; change < CHANGES; change++) {
            Uplink next = held;
            for (int i = random.nextInt(3); i >= 0; i--) next = next.changed(random);
            lab.write("shop.mcnet", next.program());
            Mcnet.Result apply = lab.mcnet("apply", "--yes");
            String story = "-Dseed=" + seed + " change " + change + "\n" + held + "\n" + next + "\n" + apply;
            System.out.println(change + " " + apply.status() + " " + next + " "
                    + apply.err().lines().filter(l -> l.startsWith("error")).toList());
            if (apply.status() == 1) {
                assertTrue(apply.err().contains("error[MC"), story);
                lab.write("shop.mcnet", held.program());
                refused++;
            } else {
                assertEquals(0, apply.status(), story);
                held = next;
            }
            Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode");
            assertEquals(0, plan.status(), () -> story + plan);
            isSo(held, story);
            serverTakesChanges(change);
        }
        System.out.println("UplinkChangesTest: " + (CHANGES - refused) + " done, " + refused + " refused");
    }

    /** As OVN has it; the stranger's network follows its uplink by its owner's hand. */
    private static void isSo(Uplink uplink, String story) {
        lab.on("micro1", "sh", "-ec",
                "lxc network set theirs ipv4.dhcp=true && lxc network unset theirs ipv4.dhcp");
        assertEquals(Set.of(lab.here(uplink.gateway().replaceFirst("/.*", ""))), hops("0.0.0.0/0"), story);
        assertEquals(uplink.gateway6().isEmpty()
                ? Set.of()
                : Set.of(lab.here(uplink.gateway6().replaceFirst("/.*", ""))), hops("\"::/0\""), story);
        if (uplink.dns().isEmpty()) return;
        String first = lab.here(uplink.dns().replaceFirst(",.*", ""));
        List<String> options = lab.on("micro1", "ovn-nbctl", "--bare", "--columns=options", "list", "DHCP_Options")
                .lines()
                .filter(l -> l.contains("router=")).toList();
        options.forEach(
                l -> assertTrue(l.contains("dns_server={" + first) || l.contains("dns_server=" + first), l + story));
    }

    private static Set<String> hops(String prefix) {
        return lab.on("micro1", "ovn-nbctl", "--bare", "--columns=nexthop", "find", "Logical_Router_Static_Route",
                "ip_prefix=" + prefix).lines().filter(l -> !l.isBlank()).collect(Collectors.toSet());
    }

    private static void serverTakesChanges(int number) {
        lab.on("micro1", "sh", "-ec", """
                for network in web db open theirs; do lxc network set $network user.touched=%d; done
                lxc network set front user.touched=%d --project acme""".formatted(number, number));
    }
}
