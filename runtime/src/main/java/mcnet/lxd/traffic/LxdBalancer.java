package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.ArrayNode;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SequencedMap;
import java.util.TreeSet;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mcnet.model.QuotedText;

/**
 * What a balancer distributes, as the server has it ({@code shared/api/network_load_balancer.go}): named backends, and
 * ports that name them. The order of either means nothing; that of a backend's ports does, which are paired with those
 * that it is reached by.
 */
public record LxdBalancer(List<Backend> backends, List<Port> ports) {

    public LxdBalancer {
        backends = List.copyOf(backends);
        ports = List.copyOf(ports);
    }

    /**
     * Where connections end.
     *
     * @param ports empty: the ports that the balancer listens on
     */
    public record Backend(String name, String address, List<String> ports, String description) {
        public Backend {
            ports = List.copyOf(ports);
            description = TrimmedTexts.of(description);
        }

        /** One that has no name in the file: it is named by what it is, {@code 10.42.1.10:8080}. */
        public static Backend unnamed(String address, List<String> ports) {
            String host = address.contains(":") && !ports.isEmpty() ? "[" + address + "]" : address;
            return new Backend(host + (ports.isEmpty() ? "" : ":" + String.join("+", ports)), address, ports, "");
        }

        static Backend of(JsonNode backend) {
            return new Backend(backend.path("name").asText().strip(),
                    LxdPort.address(backend.path("target_address").asText()),
                    list(backend.path("target_port").asText()), backend.path("description").asText());
        }

        boolean isUnnamed() {
            return equals(unnamed(address, ports));
        }

        /** As a declaration says it, {@code w1 { address = 10.42.1.10 port = 8080 }}. */
        public String declaration(UnaryOperator<String> names) {
            return names.apply(name) + " { address = " + address
                    + (ports.isEmpty() ? "" : "  port = " + String.join(", ", ports))
                    + (description.isEmpty() ? "" : "  description = " + QuotedText.of(description)) + " }";
        }
    }

    /**
     * Ports that are distributed over the same backends, or over a pool.
     *
     * @param backends their names
     * @param pool empty where there are backends
     */
    public record Port(String protocol, List<String> ports, List<String> backends, String pool, String description) {
        public Port {
            ports = List.copyOf(ports);
            backends = List.copyOf(new TreeSet<>(backends));
            description = TrimmedTexts.of(description);
        }

        static Port of(JsonNode port) {
            return new Port(port.path("protocol").asText(), list(port.path("listen_port").asText()),
                    port.path("target_backend").valueStream().map(b -> b.asText().strip()).toList(),
                    port.path("target_pool").asText(), port.path("description").asText());
        }
    }

    public static LxdBalancer of(JsonNode balancer) {
        return new LxdBalancer(balancer.path("backends").valueStream().map(Backend::of).toList(),
                balancer.path("ports").valueStream().map(Port::of).toList());
    }

    private static List<String> list(String text) {
        return Arrays.stream(text.split(",")).map(String::strip).filter(p -> !p.isEmpty()).toList();
    }

    /** A body with these backends and ports. */
    public ObjectNode fill(ObjectNode body) {
        ArrayNode all = body.putArray("backends");
        for (Backend backend : backends) {
            ObjectNode json = all.addObject().put("name", backend.name()).put("description", backend.description())
                    .put("target_address", backend.address());
            if (!backend.ports().isEmpty()) json.put("target_port", String.join(",", backend.ports()));
        }
        ArrayNode list = body.putArray("ports");
        for (Port port : ports) {
            ObjectNode json = list.addObject().put("description", port.description())
                    .put("protocol", port.protocol()).put("listen_port", String.join(",", port.ports()));
            if (port.pool().isEmpty()) port.backends().forEach(json.putArray("target_backend")::add);
            else
                json.put("target_pool", port.pool());
        }
        return body;
    }

    /** The ports that a pool is behind, each with its pool; only the server knows where they end. */
    public SequencedMap<VirtualPort, String> pooled() {
        SequencedMap<VirtualPort, String> pooled = new LinkedHashMap<>();
        for (Port port : ports)
            if (!port.pool().isEmpty())
                pooled.put(new VirtualPort(port.protocol(), port.ports(), List.of()), port.pool());
        return pooled;
    }

    /** Its ports over backends as OVN has them. */
    public List<VirtualPort> virtual() {
        Map<String, Backend> byName = byName();
        return ports.stream().filter(p -> p.pool().isEmpty()).map(p -> new VirtualPort(p.protocol(), p.ports(),
                p.backends().stream().filter(byName::containsKey).map(byName::get)
                        .map(b -> new VirtualPort.Target(b.address(), b.ports())).toList()))
                .toList();
    }

    private Map<String, Backend> byName() {
        return backends.stream().collect(Collectors.toMap(Backend::name, b -> b, (a, _) -> a));
    }

    /** Every address that connections end at. */
    public List<String> addresses() {
        return backends.stream().map(Backend::address).toList();
    }

    /** The backends that a file names: those that sentences cannot say by their address alone. */
    public List<Backend> named() {
        List<String> used = ports.stream().flatMap(p -> p.backends().stream()).toList();
        return backends.stream().filter(b -> !b.isUnnamed() || !used.contains(b.name())).toList();
    }

    /** The sentence for a port, {@code tcp 80 -> w1, 10.42.1.11 port 8080}. */
    public String sentence(Port port, UnaryOperator<String> names) {
        Map<String, Backend> byName = byName();
        List<String> targets = new ArrayList<>();
        if (!port.pool().isEmpty()) targets.add(names.apply(port.pool()));
        for (String name : port.backends()) {
            Backend backend = byName.get(name);
            targets.add(backend == null || !backend.isUnnamed()
                    ? names.apply(name)
                    : backend.address() + (backend.ports().isEmpty()
                            ? ""
                            : " port " + String.join(", ", backend.ports())));
        }
        return port.protocol() + " " + String.join(", ", port.ports()) + " -> " + String.join(", ", targets)
                + (port.description().isEmpty() ? "" : " " + QuotedText.of(port.description()));
    }
}
