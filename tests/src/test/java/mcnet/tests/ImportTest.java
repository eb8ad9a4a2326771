package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.file.Files;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import org.junit.jupiter.api.Test;

/**
 * What somebody made by hand becomes a file that says the same: a plan of it adopts, and changes nothing. Clusters come
 * from a seed, {@code -Dseed=N} brings one again.
 */
class ImportTest extends LabStory {
    private static final int CLUSTERS = Boolean.getBoolean("mcnet.long") ? 50 : 4;
    private static final List<String> DESCRIPTIONS = List.of("", "plain", "with \"quotes\"", "a ${dollar}",
            "back\\slash");

    private static final String SECRET = "hunter5-of-the-hand";
    /** What import names, filled in. */
    private static final Map<String, String> FILLED = Map.of("UPLINK_UP_NEIGHBOR_OUTSIDE_PASSWORD", SECRET,
            "ZONE_SHOP_EXAMPLE_SECONDARY_NS2_KEY", SECRET);

    @Test
    void whatWasMadeByHandIsSaidInWords() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ImportTest: " + CLUSTERS + " clusters, -Dseed=" + seed);
        for (int number = 0; number < CLUSTERS; number++) {
            ByHand made = new ByHand(new Random(seed + number));
            lab.on("micro1", "sh", "-ec", lab.here(String.join("\n", made.commands)));
            String text = imported();
            adoptsOnly(made.commands + "\n" + text);
            lab.on("micro1", "sh", "-ec", lab.here(String.join("\n", made.removal.reversed())));
        }
    }

    private static String imported() throws IOException {
        Files.deleteIfExists(folder.resolve("imported.mcnet"));
        Mcnet.Result said = lab.mcnet("import", "--program", "byhand", "cluster.mcnet");
        assertEquals(0, said.status(), said::toString);
        assertFalse(said.err().contains("error[") || said.toString().contains(SECRET), said::toString);
        Files.writeString(folder.resolve("imported.mcnet"), said.out());
        Mcnet.Result fmt = lab.mcnet("fmt", "--check", "imported.mcnet");
        assertEquals(0, fmt.status(), fmt::toString);
        return said.out();
    }

    private static void adoptsOnly(String story) throws IOException {
        Mcnet.Result plan = lab.mcnet(FILLED, "plan", "--format", "json");
        assertEquals(0, plan.status(), () -> story + plan);
        JsonNode json = new ObjectMapper().readTree(plan.out());
        assertTrue(!json.path("changes").isEmpty(), () -> story + plan);
        for (JsonNode change : json.path("changes")) {
            assertEquals("adopt", change.path("action").asText(), () -> story + change);
            for (JsonNode difference : change.path("differences"))
                assertTrue(Set.of("newly-declared", "already-unset").contains(difference.path("reason").asText()),
                        () -> story + change);
        }
    }

    /** The commands of somebody who knows every key. */
    private static final class ByHand {
        private final Random random;
        private final List<String> commands = new ArrayList<>();
        private final List<String> removal = new ArrayList<>();

        private ByHand(Random random) {
            this.random = random;
            uplink();
            boolean zoned = random.nextBoolean();
            if (zoned) zone();
            int acls = random.nextInt(3);
            for (int i = 1; i <= acls; i++) acl("a" + i);
            int networks = 1 + random.nextInt(3);
            for (int i = 1; i <= networks; i++) network(i, acls, zoned);
            if (networks > 1 && random.nextBoolean()) {
                commands.add("lxc network peer create n1 " + (random.nextBoolean() ? "n2" : "east") + " n2 "
                        + maybe("user.x=1") + " > /dev/null");
                String west = random.nextBoolean() ? "n1" : "west";
                commands.add("lxc network peer create n2 " + west + " n1 > /dev/null");
                removal.add("for p in $(lxc query /1.0/networks/n1/peers | grep -o '[^/]*\"' | tr -d '\"'); do"
                        + " lxc network peer delete n1 $p; done");
                removal.add("lxc network peer delete n2 " + west);
            }
        }

        private void uplink() {
            for (String member : List.of("micro1", "micro2", "micro3"))
                commands.add("lxc network create up --type=physical --target " + member + " parent="
                        + (member.equals("micro3") ? "enp5s0" : "eth0"));
            commands.add("lxc network create up --type=physical ipv4.gateway=198.51.100.1/24"
                    + " ipv4.ovn.ranges=198.51.100.100-198.51.100.119 ipv4.routes=198.51.100.208/28"
                    + " ipv6.gateway=2001:db8::1/64 ipv6.ovn.ranges=2001:db8::100-2001:db8::1ff "
                    + maybe("dns.nameservers=198.51.100.1,198.51.100.2") + maybe("ovn.ingress_mode=routed")
                    + maybe("user.owner='the team'")
                    + maybe("bgp.peers.outside.address=198.51.100.9 bgp.peers.outside.asn=65001"
                            + " bgp.peers.outside.password=" + SECRET));
            removal.add("lxc network delete up");
        }

        private void zone() {
            commands.add("lxc network zone create shop.example " + maybe("dns.nameservers=ns1.shop.example")
                    + maybe("network.nat=false") + maybe("peers.ns2.address=198.51.100.53 peers.ns2.key=" + SECRET));
            removal.add("lxc network zone delete shop.example");
        }

        private void acl(String name) {
            commands.add("lxc network acl create " + name);
            removal.add("lxc network acl delete " + name);
            int rules = random.nextInt(5);
            for (int i = 0; i < rules; i++)
                commands.add("lxc network acl rule add " + name + " " + rule() + " || true");
        }

        private String rule() {
            boolean ingress = random.nextBoolean();
            String other = ingress ? "source" : "destination";
            String rule = (ingress ? "ingress" : "egress") + " action=" + one("allow", "reject", "drop")
                    + " state=" + one("enabled", "logged", "disabled") + " description='" + description() + "' ";
            rule += switch (random.nextInt(4)) {
                case 0 -> "protocol=" + one("tcp", "udp") + " destination_port=" + one("80", "80,443", "1000-2000,53")
                        + maybe(" source_port=1024-65535");
                case 1 -> "protocol=icmp4" + maybe(" icmp_type=8");
                default -> "";
            };
            return rule + maybe(" " + other + "=" + one("10.0.0.0/8", "10.1.2.3,10.2.0.0/16", "10.0.0.1-10.0.0.9",
                    ingress ? "@internal" : "@external"));
        }

        private void network(int i, int acls, boolean zoned) {
            String name = "n" + i;
            boolean six = random.nextBoolean();
            commands.add("lxc network create " + name + " --type=ovn network=up ipv4.address=10.5" + i
                    + ".0.1/24 ipv4.nat=true "
                    + (six ? "ipv6.address=fd42:5" + i + "::1/64 ipv6.nat=true " : "ipv6.address=none ")
                    + maybe("ipv4.dhcp=false") + maybe("dns.domain=" + one("shop.lan", "a-b.example"))
                    + maybe("dns.search=a.example,b.example") + maybe("bridge.mtu=1400")
                    + (zoned ? maybe("dns.zone.forward=shop.example") : "")
                    + (six ? maybe("ipv6.dhcp.stateful=true") : "")
                    + maybe("user.note='" + description() + "'")
                    + (acls > 0 ? maybe("security.acls=a1") : "")
                    + (acls > 1
                            ? maybe("security.acls.default.ingress.action=drop security.acls.default.egress.logged=true")
                            : ""));
            commands.add("lxc network show " + name + " | sed \"s|^description:.*|description: '"
                    + description().replace("\\", "").replace("$", "").replace("\"", "").replace("'", "")
                    + "'|\" | lxc network edit " + name);
            removal.add("lxc network delete " + name);
            if (random.nextBoolean()) forward(name, i);
        }

        private void forward(String network, int i) {
            String listen = "198.51.100.21" + i;
            commands.add("lxc network forward create " + network + " " + listen + " "
                    + maybe("target_address=10.5" + i + ".0.9"));
            if (random.nextBoolean())
                commands.add("lxc network forward port add " + network + " " + listen + " "
                        + one("tcp 80", "udp 53,5353", "tcp 8000-8010") + " 10.5" + i + ".0.10");
            removal.add("lxc network forward delete " + network + " " + listen);
        }

        private String description() {
            return one(DESCRIPTIONS.toArray(String[]::new));
        }

        private String one(String... all) {
            return all[random.nextInt(all.length)];
        }

        private String maybe(String words) {
            return random.nextInt(3) == 0 ? words + " " : "";
        }
    }
}
