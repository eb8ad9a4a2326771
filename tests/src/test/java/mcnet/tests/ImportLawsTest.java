package mcnet.tests;

import static org.junit.jupiter.api.Assertions.fail;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Laws of import over random states, sane and mean: `check` takes what import makes, a plan of it adopts and changes
 * nothing, and everything is named. {@code -Dseed=N} brings a run again, {@code -Dstates=N} says how many.
 */
class ImportLawsTest {
    private static final int STATES = Integer.getInteger("states", Boolean.getBoolean("mcnet.long") ? 2000 : 60);
    private static final List<String> NAMES = List.of("web", "db", "a-b", "x_y", "n1", "9lives", "a b", "any",
            "network",
            "ü", "it's", "a.b", "to-x", "-x", "peer", "lo");
    private static final List<String> TEXTS = List.of("", "plain", "two\nlines", "\r", "\u001b[2J", "${x}", "\"", "\\",
            "}",
            "é עברית", "\u202e", "# no", "x\u0000y");
    private static final List<String> KEYS = List.of("ipv4.address", "ipv6.address", "ipv4.nat", "ipv6.nat",
            "ipv4.dhcp",
            "ipv6.dhcp", "ipv6.dhcp.stateful", "ipv4.dhcp.ranges", "ipv4.nat.address", "ipv4.l3only", "bridge.mtu",
            "bridge.hwaddr", "dns.domain", "dns.search", "dns.zone.forward", "dns.zone.reverse.ipv4", "security.acls",
            "security.acls.default.ingress.action", "security.acls.default.egress.logged", "network", "user.x",
            "user.a b",
            "maas.subnet.ipv4", "volatile.network.ipv4.address", "user.mcnet.program", "user.mcnet.keys");
    private static final List<String> VALUES = List.of("", "true", "false", "yes", "none", "auto", "10.42.1.1/24",
            "10.42.1.129/25", "10.60.0.1/16", "198.18.1.129/27", "fd42:1::1/64", "fd42::1/48", "::1", "0.0.0.0/0",
            "1442", "-1",
            "99999", "web", "gone", "a, b", "a.example", "1.42.10.in-addr.arpa", "public", "drop", "allow", "maybe",
            "01:00:5e:00:00:01", "00:16:3e:00:00:01", "10.42.1.10-10.42.1.20", "198.18.1.210", "cluster", "other",
            "ipv4.address,uplink", "x\ny", "\u001b[m");
    private static final List<String> UPLINK_KEYS = List.of("ipv4.gateway", "ipv6.gateway", "ipv4.ovn.ranges",
            "ipv6.ovn.ranges", "ipv4.routes", "ipv6.routes", "dns.nameservers", "ovn.ingress_mode", "vlan", "mtu",
            "gvrp",
            "ipv4.routes.anycast", "bgp.peers.t.address", "bgp.peers.t.asn", "bgp.peers.t.password", "user.y");
    private static final List<String> UPLINK_VALUES = List.of("", "198.18.1.1/24", "198.18.1.255/24",
            "2001:db8:1::1/64",
            "fe80::1/64", "198.18.1.100-198.18.1.119", "198.18.1.1-198.18.1.5", "198.18.1.0/24", "198.18.1.208/28",
            "0.0.0.0/0", "::/0", "2001:db8:1::/64", "routed", "l2proxy", "5", "4095", "true", "(secret)", "x y",
            "65001");

    @TempDir
    Path folder;

    @Test
    void checkTakesItAPlanAdoptsItAndNothingIsLost() throws IOException {
        long seed = Long.getLong("seed", System.nanoTime());
        System.out.println("ImportLawsTest: " + STATES + " states, -Dseed=" + seed);
        JsonNode base = ImportedCluster.JSON.readTree(Mcnet.HOME.resolve("tests/import/base.json").toFile());
        for (int number = 0; number < STATES; number++) {
            ObjectNode state = new State(new Random(seed + number), base).state;
            Path observed = folder.resolve("observed.json");
            Files.writeString(observed, ImportedCluster.merged(base, state).toString());
            ImportedCluster cluster = new ImportedCluster(folder, observed);
            try {
                ImportedCluster.Result made = cluster.imported("cluster");
                // What is the program's own and broken may be refused, aloud.
                if (made.status() == 1 && made.err().contains("error[MC0644]")) continue;
                cluster.namesEverything(cluster.adopted("cluster"));
            } catch (AssertionError | RuntimeException e) {
                fail("-Dseed=" + (seed + number) + " -Dstates=1\n" + state.toPrettyString(), e);
            }
        }
    }

    /** Some objects beside those of the base, and some changes of these. */
    private static final class State {
        private final Random random;
        private final ObjectNode state = ImportedCluster.JSON.createObjectNode();
        private final ObjectNode objects = state.putObject("objects");

        private State(Random random, JsonNode base) {
            this.random = random;
            JsonNode there = base.at("/cluster/objects");
            if (random.nextInt(3) == 0) change("/1.0/networks/public", there, UPLINK_KEYS, UPLINK_VALUES);
            if (random.nextInt(3) == 0) change("/1.0/networks/web", there, KEYS, VALUES);
            String project = random.nextInt(3) == 0 ? project() : "";
            for (int i = random.nextInt(4); i > 0; i--) network(some("", "", project));
            for (int i = random.nextInt(3); i > 0; i--) acl(some("", project));
            for (int i = random.nextInt(3); i > 0; i--) part();
            if (random.nextInt(4) == 0) zone();
            if (random.nextInt(4) == 0) profile();
        }

        private void change(String path, JsonNode there, List<String> keys, List<String> values) {
            ObjectNode network = there.path(path).deepCopy();
            mean((ObjectNode) network.get("config"), keys, values);
            network.put("description", one(TEXTS)).put("status",
                    some("Created", "Created", "Created", "Pending", "Errored"));
            objects.set(path, network);
        }

        private void mean(ObjectNode config, List<String> keys, List<String> values) {
            for (int i = random.nextInt(4); i > 0; i--) {
                String key = one(keys);
                if (random.nextInt(4) == 0) config.remove(key);
                else
                    config.put(key, one(values));
            }
        }

        /** The name of one with networks of its own; empty where it shares those of default. */
        private String project() {
            ObjectNode project = objects.putObject("/1.0/projects/acme").put("name", "acme").put("description",
                    one(TEXTS));
            String own = some("true", "true", "false");
            ObjectNode config = project.putObject("config").put("features.networks", own);
            mean(config, List.of("restricted", "restricted.networks.uplinks", "restricted.networks.subnets",
                    "limits.networks", "restricted.networks.zones", "restricted.networks.access", "user.z",
                    "user.mcnet.program"),
                    List.of("true", "public", "public,gone", "public:198.18.1.216/30", "x", "3", "a.example", "other",
                            "cluster"));
            return own.equals("true") ? "acme" : "";
        }

        private void network(String project) {
            String name = one(NAMES);
            ObjectNode network = objects.putObject(path("/1.0/networks/", name, project)).put("name", name)
                    .put("type", "ovn")
                    .put("managed", true).put("description", one(TEXTS))
                    .put("status", some("Created", "Created", "Created", "Pending", "Errored"));
            ObjectNode config = network.putObject("config").put("network", "public")
                    .put("ipv4.address", "10." + (50 + random.nextInt(3)) + ".1.1/24").put("ipv4.nat", "true")
                    .put("ipv6.address", "none");
            mean(config, KEYS, VALUES);
        }

        private void acl(String project) {
            String name = one(NAMES);
            ObjectNode acl = objects.putObject(path("/1.0/network-acls/", name, project)).put("name", name)
                    .put("description", one(TEXTS));
            acl.putObject("config").put("user.x", "1");
            for (String direction : List.of("ingress", "egress")) {
                ArrayNode rules = acl.putArray(direction);
                for (int i = random.nextInt(4); i > 0; i--) {
                    ObjectNode rule = rules.addObject().put("action", some("allow", "drop", "reject"))
                            .put("state", some("enabled", "logged", "disabled")).put("description", one(TEXTS));
                    if (random.nextBoolean())
                        rule.put("protocol", some("tcp", "udp")).put("destination_port",
                                some("80", "0-65535", "443,80", "70000", ""));
                    if (random.nextBoolean())
                        rule.put("source", some("10.0.0.0/8", "10.0.0.1", "fd42::1,10.0.0.1", "@internal", "#external",
                                "@web/x", "web", "9lives", "nobody", "10.0.0.1-10.0.0.9"));
                }
            }
        }

        private void part() {
            String name = some("198.18.1.210", "198.18.1.50", "10.42.1.9", "2001:db8:1::210");
            String collection = some("forwards", "forwards", "peers", "load-balancers", "load-balancer-pools");
            ObjectNode part = objects.putObject(path("/1.0/networks/web/" + collection + "/", name, ""));
            part.putObject("config");
            part.put("description", one(TEXTS));
            if (collection.equals("peers"))
                part.put("name", one(NAMES)).put("target_network", some("", "db", "n1", "web"))
                        .put("target_project", "default")
                        .put("status", some("Created", "Pending", "Errored"));
            else if (collection.equals("load-balancer-pools")) part.put("name", name);
            else
                part.put("listen_address", name);
            if (collection.equals("forwards"))
                part.putArray("ports").addObject().put("protocol", some("tcp", "udp", "sctp"))
                        .put("listen_port", some("80", "80-82,90", "0-10", ""))
                        .put("target_address", some("10.42.1.9", "10.9.9.9"))
                        .put("target_port", some("", "8080", "1-3"));
        }

        private void zone() {
            String name = some("shop.example", "a/b", "1.42.10.in-addr.arpa", "x", "*.y");
            objects.putObject(path("/1.0/network-zones/", name, "")).put("name", name).put("description", one(TEXTS))
                    .putObject("config")
                    .put(some("dns.nameservers", "peers.a.address", "network.nat"), some("ns1", "10.0.0.1", "no"));
            objects.putObject("/1.0/network-zones/" + mcnet.lxd.Paths.encode(name) + "/records/www").put("name",
                    "www");
        }

        private void profile() {
            String name = one(NAMES);
            ObjectNode profile = objects.putObject(path("/1.0/profiles/", name, "")).put("name", name);
            ObjectNode config = profile.putObject("config").put("environment.PW", "(left out)");
            if (random.nextBoolean())
                config.put("user.mcnet.program", "cluster").put("user.mcnet.keys",
                        some("eth0.network", "lxd.environment.PW", ""));
            profile.putObject("devices").putObject(some("eth0", "a b")).put("type", "nic").put("network",
                    some("web", "gone", "db"));
        }

        private static String path(String collection, String name, String project) {
            return collection + mcnet.lxd.Paths.encode(name) + (project.isEmpty() ? "" : "?project=" + project);
        }

        private String one(List<String> all) {
            return all.get(random.nextInt(all.size()));
        }

        private String some(String... all) {
            return one(List.of(all));
        }
    }
}
