package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import mcnet.tests.Instances.Wanted;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;

/**
 * Nothing that works is called broken: random programs beside instances that run, that are stopped, and whose networks
 * or ACLs come by a profile. {@code -Dseed=N} brings the states again. Only in {@code tests/run --long}.
 */
@EnabledIfSystemProperty(named = "mcnet.long", matches = "true")
class HealthyStatesTest extends LabStory {
    private static final int STATES = 30;
    private static final List<String> INSTANCES = List.of("c1", "c2", "c3");

    @BeforeAll
    static void up() {
        lab.settle("healthy.mcnet", program(new Random(0), 3));
        Instances.of(lab).launch(new Wanted("c1", "micro1", "n1", List.of()),
                new Wanted("c2", "micro2", "n1", List.of("security.acls=worn")));
        lab.on("micro1", "sh", "-ec", "lxc init -q tiny c3 --target micro3 -p default -p guarded < /dev/null");
    }

    @Test
    void eachIsGreen() {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("HealthyStatesTest: " + STATES + " states, -Dseed=" + seed);
        int green = 0;
        for (int state = 0; state < STATES; state++) {
            Random random = new Random(seed + state);
            String program = program(random, 1 + random.nextInt(3));
            lab.settle("healthy.mcnet", program);
            List<String> done = new ArrayList<>();
            for (String instance : INSTANCES) {
                String command = switch (random.nextInt(3)) {
                    case 0 -> "lxc start " + instance;
                    case 1 -> "lxc stop --force " + instance;
                    default -> "true";
                };
                done.add(command);
                lab.on("micro1", "sh", "-c", command + " 2> /dev/null || true");
            }
            Mcnet.Result verify = lab.mcnet("verify");
            assertEquals(0, verify.status(), () -> "-Dseed=" + seed + "\n" + program + done + verify);
            green++;
        }
        System.out.println("HealthyStatesTest: " + green + " of " + STATES + " green");
    }

    /** What the instances need is always there: network n1, its ACLs, the profile. */
    private static String program(Random random, int networks) {
        StringBuilder text = new StringBuilder(
                """
                        program healthy
                        uplink public {
                          nic = eth0
                          on micro3 { nic = enp5s0 }
                          ipv4 { gateway = 198.51.100.1/24  ranges = [198.51.100.100-198.51.100.119]  routes = [198.51.100.208/28] }
                          ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::100-2001:db8::11f] }
                        }
                        acl worn { allow ingress tcp 81 from 10.0.0.0/8 }
                        profile guarded { nic eth0 { network = n1  acls = [worn] } }
                        """);
        if (random.nextBoolean()) text.append("underlay fabric { nic = eth1 }\n");
        if (random.nextBoolean()) text.append("acl idle { allow ingress tcp 82 }\n");
        for (int n = 1; n <= networks; n++) network(text, n, random);
        if (networks > 1 && random.nextBoolean()) text.append("peer n1 <-> n2\n");
        return text.toString();
    }

    private static void network(StringBuilder text, int number, Random random) {
        text.append("network n").append(number).append(" { uplink = public\n");
        int families = number == 1 ? 2 : random.nextInt(3);
        if (families != 1)
            text.append("  ipv4 { address = 10.42.").append(number).append(".1/24  nat = true }\n");
        if (families != 0)
            text.append("  ipv6 { address = fd42:").append(number).append("::1/64  nat = true")
                    .append(random.nextBoolean() ? "  dhcp = stateful" : "").append(" }\n");
        if (random.nextBoolean()) text.append("  acls = [worn]\n");
        if (number == 1 && random.nextBoolean())
            text.append("  forward 198.51.100.210 { tcp 8080 -> 10.42.1.10 port 80 }\n");
        text.append("}\n");
    }
}
