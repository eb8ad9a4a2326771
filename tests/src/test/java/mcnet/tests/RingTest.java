package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** A program as large as a team's: 20 networks in a ring of peerings, each with an ACL of 10 rules and a forward. */
class RingTest extends LabStory {
    private static final int NETWORKS = 20;
    private static final int RULES = 10;
    private static final String UPLINK = """
            program ring
            uplink public {
              nic = eth0
              on micro3 { nic = enp5s0 }
              ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.192/27] }
            }
            """;
    private static final String NETWORK = """
            network n%1$d {
              uplink = public
              ipv4 { address = 10.42.%1$d.1/24  nat = true }
              acls = [a%1$d]
              otherwise reject ingress
              otherwise allow egress
              forward 198.51.100.%2$d { tcp 80, 443 -> 10.42.%1$d.10 }
            }
            peer n%1$d <-> n%3$d
            acl a%1$d {
              allow ingress tcp 80, 443
            %4$s}
            """;

    @Test
    void itIsMadeKeptAndRemoved() {
        String before = Footprint.of(lab);
        lab.write("ring.mcnet", UPLINK + IntStream.rangeClosed(1, NETWORKS).mapToObj(RingTest::network)
                .collect(Collectors.joining()));
        Mcnet.Result apply = lab.mcnet("apply", "--yes");
        assertEquals(0, apply.status(), apply::toString);
        assertTrue(apply.out().contains("Plan: 81 to create") && apply.out().contains("0 failed, 0 skipped"),
                apply::toString);

        Mcnet.Result plan = lab.mcnet("plan", "--detailed-exitcode", "--tally");
        assertEquals(0, plan.status(), plan::toString);
        assertTrue(plan.err().contains("3 connections, %d turns,".formatted(lab.server().balances() ? 4 : 3)),
                plan::toString);
        System.out.println("ring of " + NETWORKS + ": " + plan.err().strip());

        lab.importsItself("ring.mcnet");
        lab.write("ring.mcnet", "program ring\n");
        Mcnet.Result gone = lab.mcnet("apply", "--yes");
        assertEquals(0, gone.status(), gone::toString);
        assertEquals(before, Footprint.of(lab));
    }

    private static String network(int number) {
        int next = number % NETWORKS + 1;
        String rules = IntStream.range(1, RULES).mapToObj(i -> i % 2 == 0
                ? "  allow ingress tcp %d from network n%d%n".formatted(1000 + i, next)
                : "  allow ingress udp %d from 10.%d.0.0/16%n".formatted(2000 + i, 100 + i))
                .collect(Collectors.joining());
        return NETWORK.formatted(number, 191 + number, next, rules);
    }
}
