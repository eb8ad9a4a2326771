package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertAll;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.Collections;
import java.util.List;
import java.util.Set;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.function.Supplier;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** What a file says about traffic is what packets do: instances, their addresses of both families, and the uplink. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class TrafficTest extends LabStory {
    private static final String WEB = """
            program traffic
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f]  routes = [2001:db8::200/120] }
              dns = [198.51.100.1]
            }
            network web {
              uplink = public
              domain = web.lan
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
              forward 198.51.100.210 { tcp 8080 -> 10.42.1.10 port 80 }
              forward 2001:db8::210 { tcp 8080 -> fd42:1::216:3eff:fe00:110 port 80 }
            %s}
            """;
    private static final String DB = """
            network db {
              uplink = public
              ipv4 { address = 10.42.2.1/24  nat = true }
              ipv6 { address = fd42:2::1/64  nat = true }
            %s}
            """;
    private static final String APART = WEB.formatted("") + DB.formatted("");
    /** A site with one address outside, and an address inside that the uplink routes here. */
    private static final String ONE_ADDRESS = APART
            .replace("routes = [198.51.100.208/28]", "routes = [198.51.100.0/24, 10.42.1.0/24]")
            .replace("domain = web.lan", """
                    domain = web.lan
                      forward 198.51.100.115 { tcp 8081 -> 10.42.1.10 port 80 }
                      forward 10.42.1.200 { tcp 8082 -> 10.42.1.10 port 80 }""")
            .replace("10.42.1.1/24  nat = true", "10.42.1.1/24  nat = true  outside = 198.51.100.115");
    private static final String JOINED = APART + "peer web <-> db\n";
    private static final String GUARDED = DB.formatted("""
              acls = [db]
              otherwise drop ingress
              otherwise reject egress
            """) + """
            peer web <-> db
            acl db {
              allow ingress tcp 80 from network web
              reject ingress tcp 81 from network web
            }
            """;
    private static final String ONE_WAY = WEB.formatted("") + GUARDED;
    private static final String FLOWING = WEB.formatted("""
              otherwise allow ingress
              otherwise reject egress
            """) + GUARDED + "flow web -> db tcp 82\n";
    private static final String NAMED = WEB.formatted("") + DB.formatted("""
              acls = [db]
              otherwise drop ingress
              otherwise allow egress
            """) + """
            peer web <-> db
            acl db {
              allow ingress tcp 80 from peer db/web
              allow ingress udp 33434-33534 from peer db/web
            }
            acl marked {
              reject ingress tcp 81 from external
              allow ingress tcp 81 from internal
            }
            instance w2 {
              nic eth0 {
                network = web
                acls    = [marked]
                otherwise drop ingress
                otherwise allow egress
              }
            }
            """;
    private static final String DROP_FIRST = """
              drop ingress tcp 80 from network web
              allow ingress tcp 80
            """;
    private static final String ALLOW_FIRST = """
              allow ingress tcp 80
              drop ingress tcp 80 from network web
            """;
    private static final String WHO = "/cgi-bin/who";
    private static final ClientResult W1 = ClientResult.answer("w1");
    private static final String W1_IPV4 = "http://10.42.1.10";
    private static final String W1_IPV6 = "http://[fd42:1::216:3eff:fe00:110]";
    private static final String D1_IPV4 = "http://10.42.2.10";
    private static final String D1_IPV6 = "http://[fd42:2::216:3eff:fe00:210]";
    private static final Pattern GLOBAL = Pattern.compile("inet6? ([0-9a-f:.]+)/");
    private static final int TRIES = 10;

    private static Instances instances;
    private static UplinkClient outside;
    private static String before;

    @BeforeAll
    static void up() {
        instances = Instances.of(lab);
        outside = UplinkClient.of(lab);
        before = Footprint.of(lab);
    }

    @Test
    @Order(1)
    void anInstanceGetsItsLeaseAndItsNameFromOvn() {
        apply(APART);
        instances.launch(
                new Wanted("w1", "micro1", "web", List.of("ipv4.address=10.42.1.10", "hwaddr=00:16:3e:00:01:10")),
                new Wanted("w2", "micro3", "web", List.of()),
                new Wanted("d1", "micro2", "db", List.of("ipv4.address=10.42.2.10", "hwaddr=00:16:3e:00:02:10")));
        assertAll(() -> assertEquals(W1, instances.get("w2", "http://w1.web.lan/")),
                () -> assertEquals(Set.of("10.42.1.10", "fd42:1::216:3eff:fe00:110"), named("w2", "w1.web.lan")),
                () -> assertEquals(addressesOf("w2"), named("w1", "w2.web.lan")),
                () -> assertEquals(Set.of("10.42.2.10", "fd42:2::216:3eff:fe00:210"), named("d1", "d1.lxd")));
    }

    @Test
    @Order(2)
    void theOutsideSeesTheRouterAndNotTheInstance() {
        assertAll(
                () -> answers(router("web", 4), () -> instances.get("w2", lab.here("http://198.51.100.1:8099" + WHO))),
                () -> answers(router("web", 6), () -> instances.get("w2", lab.here("http://[2001:db8::1]:8099" + WHO))),
                () -> answers(router("db", 4), () -> instances.get("d1", lab.here("http://198.51.100.1:8099" + WHO))),
                () -> answers(router("db", 6), () -> instances.get("d1", lab.here("http://[2001:db8::1]:8099" + WHO))));
    }

    @Test
    @Order(3)
    void aForwardLeadsInsideAndKeepsWhoAsks() {
        assertAll(() -> answers("w1", () -> outside.get(lab.here("http://198.51.100.210:8080/"))),
                () -> answers("w1", () -> outside.get(lab.here("http://[2001:db8::210]:8080/"))),
                () -> answers(lab.here("198.51.100.1"),
                        () -> outside.get(lab.here("http://198.51.100.210:8080" + WHO))),
                () -> answers(lab.here("2001:db8::1"),
                        () -> outside.get(lab.here("http://[2001:db8::210]:8080" + WHO))));
    }

    @Test
    @Order(4)
    void aForwardSharesTheRoutersAddressAndAnotherListensInside() {
        apply(ONE_ADDRESS);
        assertAll(() -> answers("w1", () -> outside.get(lab.here("http://198.51.100.115:8081/"))),
                () -> answers(lab.here("198.51.100.115"),
                        () -> instances.get("w1", lab.here("http://198.51.100.1:8099" + WHO))),
                () -> answers("w1", () -> outside.get(lab.here("http://198.51.100.210:8080/"))),
                () -> answers("w1", () -> instances.get("w2", "http://10.42.1.200:8082/")));
        apply(APART);
    }

    @Test
    @Order(5)
    void networksMeetWhenTheyArePeersAndNotBefore() {
        felt(ClientResult.SILENCE, () -> instances.get("w1", D1_IPV4 + "/"), () -> instances.get("w1", D1_IPV6 + "/"),
                () -> instances.get("d1", W1_IPV4 + "/"), () -> instances.get("d1", W1_IPV6 + "/"));
        apply(JOINED);
        assertAll(() -> answers("10.42.1.10", () -> instances.get("w1", D1_IPV4 + WHO)),
                () -> answers("fd42:1::216:3eff:fe00:110", () -> instances.get("w1", D1_IPV6 + WHO)),
                () -> answers("10.42.2.10", () -> instances.get("d1", W1_IPV4 + WHO)),
                () -> answers("fd42:2::216:3eff:fe00:210", () -> instances.get("d1", W1_IPV6 + WHO)),
                () -> answers("d1", () -> instances.get("w1", D1_IPV4 + ":81/")),
                () -> answers("d1", () -> instances.get("w1", D1_IPV6 + ":82/")));
    }

    @Test
    @Order(6)
    void anAclLetsOneDirectionThroughRejectIsRefusalAndDropIsSilence() {
        apply(ONE_WAY);
        assertAll(() -> answers("d1", () -> instances.get("w1", D1_IPV4 + "/")),
                () -> answers("d1", () -> instances.get("w1", D1_IPV6 + "/")));
        felt(ClientResult.REFUSAL, () -> instances.get("d1", W1_IPV4 + "/"), () -> instances.get("d1", W1_IPV6 + "/"),
                () -> instances.get("w1", D1_IPV4 + ":81/"), () -> instances.get("w1", D1_IPV6 + ":81/"));
        felt(ClientResult.SILENCE, () -> instances.get("w1", D1_IPV4 + ":82/"),
                () -> instances.get("w1", D1_IPV6 + ":82/"));
    }

    @Test
    @Order(7)
    void aFlowOpensBothSidesForItselfAlone() {
        apply(FLOWING);
        assertAll(() -> answers("d1", () -> instances.get("w1", D1_IPV4 + ":82/")),
                () -> answers("d1", () -> instances.get("w1", D1_IPV6 + ":82/")));
        felt(ClientResult.REFUSAL, () -> instances.get("w1", D1_IPV4 + "/"), () -> instances.get("w1", D1_IPV6 + "/"),
                () -> instances.get("d1", W1_IPV4 + ":82/"), () -> instances.get("d1", W1_IPV6 + ":82/"));
        apply(ONE_WAY);
        felt(ClientResult.SILENCE, () -> instances.get("w1", D1_IPV4 + ":82/"),
                () -> instances.get("w1", D1_IPV6 + ":82/"));
    }

    /** With a default of allow newer Incus lets the rule that allows come first. */
    @Test
    @Order(8)
    void whichRuleComesFirstIsAsCheckSays() {
        boolean reversed = lab.server().keepsDefaultsOfRunningNics();
        apply(judged(DROP_FIRST, "drop", "never reaches"));
        felt(ClientResult.SILENCE, () -> instances.get("w1", D1_IPV4 + "/"), () -> instances.get("w1", D1_IPV6 + "/"));
        // A stronger rule must be written first.
        String rules = reversed ? ALLOW_FIRST : DROP_FIRST;
        lab.write("traffic.mcnet", judged(rules, "allow", reversed ? "never reaches" : "reaches"));
        Mcnet.Result check = lab.mcnet("check");
        assertTrue(check.err().contains(reversed ? "error[MC0489]" : "error[MC0488]"), check::toString);
        applyDefaults(judged(rules, "allow", reversed ? "reaches" : "never reaches"), "d1");
        if (reversed)
            assertAll(() -> answers("d1", () -> instances.get("w1", D1_IPV4 + "/")),
                    () -> answers("d1", () -> instances.get("w1", D1_IPV6 + "/")));
        else
            felt(ClientResult.SILENCE, () -> instances.get("w1", D1_IPV4 + "/"),
                    () -> instances.get("w1", D1_IPV6 + "/"));
        applyDefaults(ONE_WAY, "d1");
    }

    private static String judged(String rules, String otherwise, String expected) {
        return WEB.formatted("") + DB.formatted("  acls = [db]\n  otherwise " + otherwise + " ingress\n") + """
                peer web <-> db
                acl db {
                %s}
                expect { web %s db tcp 80 }
                """.formatted(rules, expected);
    }

    @Test
    @Order(9)
    void aNicHasRulesOfItsOwnAndNamesStandForWhoeverTheyAre() {
        applyDefaults(NAMED, "d1");
        instances.restart("w2");
        // OVN knows of the ports of a group only those of its own member, so `internal` is felt from there alone.
        instances.launch(new Wanted("w3", lab.on("micro1", "sh", "-c", "lxc list w2 -c L -f csv").strip(), "web",
                List.of()));
        List<String> w2 = addressesOf("w2").stream().map(a -> a.contains(":") ? "http://[" + a + "]" : "http://" + a)
                .toList();
        assertEquals(2, w2.size(), w2::toString);
        for (String url : w2)
            answers("w2", () -> instances.get("w3", url + ":81/"));
        assertAll(() -> answers("d1", () -> instances.get("w1", D1_IPV4 + "/")),
                () -> answers("d1", () -> instances.get("w1", D1_IPV6 + "/")),
                () -> answers("10.42.2.10", () -> instances.datagram("w1", "10.42.2.10")),
                () -> answers("fd42:2::216:3eff:fe00:210",
                        () -> instances.datagram("w1", "fd42:2::216:3eff:fe00:210")));
        felt(ClientResult.REFUSAL, () -> instances.get("d1", w2.get(0) + ":81/"),
                () -> instances.get("d1", w2.get(1) + ":81/"));
        felt(ClientResult.SILENCE, () -> instances.get("w1", w2.get(0) + "/"),
                () -> instances.get("w1", w2.get(1) + "/"),
                () -> instances.get("d1", w2.get(0) + "/"), () -> instances.get("d1", w2.get(1) + "/"));
        apply(NAMED.replace("allow ingress udp 33434-33534 from peer db/web\n", ""));
        felt(ClientResult.SILENCE, () -> instances.datagram("w1", "10.42.2.10"),
                () -> instances.datagram("w1", "fd42:2::216:3eff:fe00:210"));
        applyDefaults(ONE_WAY, "d1");
        instances.remove("w3");
        instances.restart("w2");
    }

    @Test
    @Order(10)
    void aGatewayWhoseMemberIsGoneAnswersFromAnother() {
        String holder = gatewayOffTheDatabases("web");
        CompletableFuture<Long> dark = CompletableFuture.supplyAsync(() -> outside.darkMillis(router("web", 4)));
        lab.lab().stop(holder);
        System.out.println("TrafficTest: " + holder + " was switched off, the gateway was silent for " + dark.join()
                + " ms");
        assertNotEquals(holder, new LabRouter(lab, "web").gateway());
        assertAll(() -> assertTrue(outside.answers(router("web", 6))),
                () -> answers(router("web", 4), () -> instances.get("w1", lab.here("http://198.51.100.1:8099" + WHO))),
                () -> answers(router("web", 6), () -> instances.get("w1", lab.here("http://[2001:db8::1]:8099" + WHO))),
                () -> answers("w1", () -> outside.get(lab.here("http://198.51.100.210:8080/"))),
                () -> answers("w1", () -> outside.get(lab.here("http://[2001:db8::210]:8080/"))));
        lab.lab().start(holder);
    }

    @Test
    @Order(11)
    void whatIsTakenOutLeavesNothingBehind() {
        assertNotEquals(before, Footprint.of(lab));
        instances.remove("w1", "w2", "d1");
        apply("program traffic\n");
        assertEquals(before, Footprint.of(lab));
    }

    /** Until all chassis do what the file says. */
    private static void apply(String program) {
        lab.write("traffic.mcnet", program);
        lab.works(lab.mcnet("apply", "--yes"));
        lab.on("micro1", "ovn-nbctl", "--wait=hv", "sync");
    }

    /** The same of a file by which a network's default changes, which a running instance may keep until it is restarted. */
    private static void applyDefaults(String program, String instance) {
        if (!lab.server().keepsDefaultsOfRunningNics()) {
            apply(program);
            return;
        }
        lab.write("traffic.mcnet", program);
        Mcnet.Result said = lab.mcnet("apply", "--yes");
        assertEquals(4, said.status(), said::toString);
        assertTrue(said.err().contains("running instances keep the old default")
                && said.out().contains("NIC eth0 of " + instance + " is not in"), said::toString);
        instances.restart(instance);
        works(lab.mcnet("verify"));
    }

    /** All at once, for silence takes its time. */
    @SafeVarargs
    private static void felt(ClientResult expected, Supplier<ClientResult>... asks) {
        try (ExecutorService all = Executors.newVirtualThreadPerTaskExecutor()) {
            List<CompletableFuture<ClientResult>> felt = Stream.of(asks)
                    .map(ask -> CompletableFuture.supplyAsync(ask, all))
                    .toList();
            assertEquals(Collections.nCopies(asks.length, expected),
                    felt.stream().map(CompletableFuture::join).toList());
        }
    }

    /** An answer may need a second try: neighbours are found by asking, and a busy machine is slow. */
    private static void answers(String said, Supplier<ClientResult> ask) {
        ClientResult felt = ask.get();
        for (int again = 0; again < TRIES && !felt.equals(ClientResult.answer(said)); again++)
            felt = ask.get();
        assertEquals(ClientResult.answer(said), felt);
    }

    /** What OVN answers who asks for a name. */
    private static Set<String> named(String instance, String name) {
        return instances.in(instance, "nslookup", name).lines().dropWhile(line -> !line.startsWith("Name:"))
                .filter(line -> line.startsWith("Address: ")).map(line -> line.substring("Address: ".length()))
                .collect(Collectors.toSet());
    }

    private static Set<String> addressesOf(String instance) {
        return GLOBAL.matcher(instances.in(instance, "ip", "address", "show", "dev", "eth0", "scope", "global"))
                .results().map(found -> found.group(1)).collect(Collectors.toSet());
    }

    /** The address of a network's router on the uplink. */
    private static String router(String network, int family) {
        return lab.on("micro1", "lxc", "network", "get", network, "volatile.network.ipv" + family + ".address").strip();
    }

    /** The member that runs a network's router, once it is not the one with OVN's databases, without which none takes over. */
    private static String gatewayOffTheDatabases(String network) {
        LabRouter router = new LabRouter(lab, network);
        lab.on("micro1", "ovn-nbctl", "--wait=hv", "ha-chassis-group-add-chassis",
                router.name(), "micro1", "0");
        String holder = router.gateway();
        for (int again = 0; again < TRIES && holder.equals("micro1"); again++)
            holder = router.gateway();
        assertNotEquals("micro1", holder);
        return holder;
    }
}
