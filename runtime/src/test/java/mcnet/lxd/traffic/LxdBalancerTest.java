package mcnet.lxd.traffic;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcnet.lxd.traffic.LxdBalancer.Backend;
import mcnet.lxd.traffic.LxdBalancer.Port;
import org.junit.jupiter.api.Test;

/** What a balancer distributes, to the server and back, and what OVN makes of it. */
class LxdBalancerTest {
    private static final int CASES = 300;

    @Test
    void whatIsSentIsReadBackAsItWas() {
        for (int seed = 0; seed < CASES; seed++) {
            LxdBalancer balancer = random(new Random(seed));
            assertEquals(balancer, LxdBalancer.of(balancer.fill(JsonNodeFactory.instance.objectNode())));
        }
    }

    private static LxdBalancer random(Random random) {
        List<Backend> backends = new ArrayList<>();
        for (int i = 0; i < 1 + random.nextInt(4); i++) {
            List<String> ports = random.nextBoolean() ? List.of() : List.of(String.valueOf(1 + random.nextInt(65535)));
            String address = (random.nextBoolean() ? "10.42.1." : "fd42::") + (10 + i);
            backends.add(random.nextBoolean()
                    ? Backend.unnamed(address, ports)
                    : new Backend("w" + i, address, ports, random.nextBoolean() ? "" : "text " + i));
        }
        List<Port> ports = new ArrayList<>();
        for (int i = 0; i < random.nextInt(4); i++)
            ports.add(new Port(random.nextBoolean() ? "tcp" : "udp", List.of(String.valueOf(80 + i)),
                    random.nextInt(3) == 0 ? List.of() : backends.stream().map(Backend::name).toList(),
                    "", random.nextBoolean() ? "" : "text"));
        return new LxdBalancer(backends, ports);
    }

    @Test
    void aSentenceSaysUnnamedBackendsByTheirAddressAndOthersByTheirName() throws Exception {
        LxdBalancer balancer = LxdBalancer.of(new ObjectMapper().readTree("""
                {"backends": [
                  {"name": "w1", "target_address": "10.42.1.10", "target_port": "8080"},
                  {"name": "10.42.1.11:81", "target_address": "10.42.1.11", "target_port": "81"},
                  {"name": "[fd42::1]:81", "target_address": "FD42::1", "target_port": "81"},
                  {"name": "10.42.1.12", "target_address": "10.42.1.13"}],
                 "ports": [
                  {"protocol": "tcp", "listen_port": "80, 443", "description": " x ",
                   "target_backend": ["w1", "10.42.1.11:81", "[fd42::1]:81", "10.42.1.12"]},
                  {"protocol": "udp", "listen_port": "53", "target_pool": "dns"}]}"""));
        assertEquals("tcp 80, 443 -> 10.42.1.11 port 81, 10.42.1.12, fd42::1 port 81, w1 \"x\"",
                balancer.sentence(balancer.ports().getFirst(), UnaryOperator.identity()));
        assertEquals("udp 53 -> dns", balancer.sentence(balancer.ports().getLast(), UnaryOperator.identity()));
        assertEquals(List.of("w1 { address = 10.42.1.10  port = 8080 }", "10.42.1.12 { address = 10.42.1.13 }"),
                balancer.named().stream().map(b -> b.declaration(UnaryOperator.identity())).toList());
    }

    @Test
    void ovnPairsPortsOneByOneOrSendsAllToOne() {
        VirtualPort port = new VirtualPort("tcp", List.of("80", "8000-8001"),
                List.of(new VirtualPort.Target("10.42.1.10", List.of("81", "9000-9001")),
                        new VirtualPort.Target("10.42.1.11", List.of("90")),
                        new VirtualPort.Target("10.42.1.12", List.of())));
        assertEquals(Map.of("tcp 198.51.100.5:80", Set.of("10.42.1.10:81", "10.42.1.11:90", "10.42.1.12:80"),
                "tcp 198.51.100.5:8000", Set.of("10.42.1.10:9000", "10.42.1.11:90", "10.42.1.12:8000"),
                "tcp 198.51.100.5:8001", Set.of("10.42.1.10:9001", "10.42.1.11:90", "10.42.1.12:8001")),
                port.ends("198.51.100.5"));
    }
}
