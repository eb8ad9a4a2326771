package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.MethodOrderer;
import org.junit.jupiter.api.Order;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestMethodOrder;

/** Balancers, on servers that have them: connections are spread over those that the file names, and over no others. */
@TestMethodOrder(MethodOrderer.OrderAnnotation.class)
class BalancerTest extends LabStory {
    private static final String SITE = """
            program shop
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
              ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f]  routes = [2001:db8::200/120] }
            }
            network web {
              uplink = public
              ipv4 { address = 10.42.1.1/24  nat = true }
              ipv6 { address = fd42:1::1/64  nat = true }
            %s}
            """;
    private static final String SPREAD = """
              balancer 198.51.100.211 {
                description = "both"
                backend w1 { address = 10.42.1.10  port = 80 }
                tcp 8080 -> w1, 10.42.1.11 port 80 "shop"
              }
              balancer 2001:db8::211 { tcp 80 -> fd42:1::216:3eff:fe00:110, fd42:1::216:3eff:fe00:111 }
            """;
    private static final String POOLED = """
              pool shop { port = 80  instances = [w1, w2] }
              balancer 198.51.100.212 { tcp 80 -> shop }
            """;
    private static final String FRONT = "http://198.51.100.211:8080/";
    private static final String FRONT_IPV6 = "http://[2001:db8::211]/";
    private static final String POOL = "http://198.51.100.212/";
    private static final int CALLS = 24;
    private static final int TRIES = 10;

    private static Instances instances;
    private static UplinkClient outside;
    private static String before;

    @BeforeAll
    static void up() {
        assumeTrue(lab.server().balances(), "this server has no balancers");
        instances = Instances.of(lab);
        outside = UplinkClient.of(lab);
        before = Footprint.of(lab);
    }

    @Test
    @Order(1)
    void connectionsAreSpreadOverAllBackends() {
        apply(SITE.formatted(""));
        instances.launch(
                new Wanted("w1", "micro1", "web", List.of("ipv4.address=10.42.1.10", "hwaddr=00:16:3e:00:01:10")),
                new Wanted("w2", "micro3", "web", List.of("ipv4.address=10.42.1.11", "hwaddr=00:16:3e:00:01:11")));
        apply(SITE.formatted(SPREAD));
        spreads(Set.of("w1", "w2"), FRONT);
        spreads(Set.of("w1", "w2"), FRONT_IPV6);
        Mcnet.Result again = lab.mcnet("plan");
        assertTrue(again.out().contains("Nothing to do"), again::toString);
    }

    @Test
    @Order(2)
    void aBackendThatIsTakenOutGetsNoMoreConnections() {
        apply(SITE.formatted(SPREAD.replace("w1, 10.42.1.11 port 80 \"shop\"", "w1")));
        spreads(Set.of("w1"), FRONT);
        spreads(Set.of("w1", "w2"), FRONT_IPV6);
    }

    @Test
    @Order(3)
    void aPoolFollowsInstancesThatStartAndVerifyTellsOfThoseThatStopped() {
        assumeTrue(lab.server().poolsInstances(), "this server has no pools");
        apply(SITE.formatted(SPREAD + POOLED));
        spreads(Set.of("w1", "w2"), POOL);
        lab.on("micro1", "lxc", "stop", "--force", "w2");
        Mcnet.Result verify = lab.mcnet("verify");
        assertTrue(verify.out().contains("only 1 of the pool run"), verify::toString);
        lab.on("micro1", "sh", "-ec", """
                lxc network load-balancer set web 198.51.100.212 user.mcnet.again=1
                lxc network load-balancer unset web 198.51.100.212 user.mcnet.again
                """.replace("198.51.100.212", lab.here("198.51.100.212")));
        spreads(Set.of("w1"), POOL);
        lab.on("micro1", "lxc", "start", "w2");
        spreads(Set.of("w1", "w2"), POOL);
        apply(SITE.formatted(SPREAD + POOLED.replace("[w1, w2]", "[w2]")));
        spreads(Set.of("w2"), POOL);
        apply(SITE.formatted(SPREAD));
        assertEquals(Set.of(), answers(POOL));
    }

    @Test
    @Order(4)
    void importWritesWhatPlanOnlyAdopts() {
        apply(SITE.formatted(SPREAD));
        works(lab.mcnet("release", "--yes"));
        works(lab.mcnet("observe", "--out", "balancer.json"));
        Mcnet.Result imported = lab.mcnet("import", "--observed", "balancer.json");
        assertTrue(imported.out().contains("tcp 8080 -> 10.42.1.11 port 80, w1 \"shop\""), imported::toString);
        apply(SITE.formatted(SPREAD), "--adopt");
    }

    @Test
    @Order(5)
    void whatIsTakenOutLeavesNothingBehind() {
        instances.remove("w1", "w2");
        lab.works(lab.mcnet("destroy", "--yes", "--include-adopted"));
        assertEquals(before, Footprint.of(lab));
    }

    private static void apply(String program, String... more) {
        lab.write("balancer.mcnet", program);
        lab.works(lab.mcnet(Stream.concat(Stream.of("apply", "--yes"), Stream.of(more)).toArray(String[]::new)));
        lab.on("micro1", "ovn-nbctl", "--wait=hv", "sync");
    }

    /** Who answers many calls, each a connection of its own; nobody where one of them gets no answer. */
    private static Set<String> answers(String url) {
        Set<String> names = new HashSet<>();
        for (int i = 0; i < CALLS; i++) {
            ClientResult said = outside.get(lab.here(url));
            if (said.how() != ClientResult.How.ANSWER) return Set.of();
            names.add(said.said());
        }
        return names;
    }

    /** These answer, and no others, once all chassis and neighbours know. */
    private static void spreads(Set<String> names, String url) {
        Set<String> felt = answers(url);
        for (int again = 0; again < TRIES && !felt.equals(names); again++) felt = answers(url);
        assertEquals(names, felt);
    }
}
