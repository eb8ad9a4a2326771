package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.Arrays;
import java.util.List;
import mcnet.model.Ip;
import mcnet.model.QuotedText;

/**
 * Ports that a forward sends on, as LXD has them ({@code shared/api/network_forward.go NetworkForwardPort}). The order of
 * ports counts: they are paired one by one.
 *
 * @param target the address inside
 * @param targetPorts empty: the same ports
 */
public record LxdPort(String protocol, List<String> ports, String target, List<String> targetPorts,
        String description) {

    public LxdPort {
        description = TrimmedTexts.of(description);
        ports = List.copyOf(ports);
        targetPorts = targetPorts.equals(ports) ? List.of() : List.copyOf(targetPorts);
    }

    public static LxdPort of(JsonNode port) {
        return new LxdPort(port.path("protocol").asText(), list(port, "listen_port"),
                address(port.path("target_address").asText()), list(port, "target_port"),
                port.path("description").asText());
    }

    private static List<String> list(JsonNode port, String field) {
        return Arrays.stream(port.path(field).asText().split(",")).map(String::strip).filter(p -> !p.isEmpty())
                .toList();
    }

    /** An address as everyone spells it. */
    public static String address(String text) {
        IPAddress address = text.isBlank() ? null : Ip.read(text.strip());
        return address == null ? text : address.toCanonicalString();
    }

    /** The same as OVN has it. */
    public VirtualPort virtual() {
        return new VirtualPort(protocol, ports, List.of(new VirtualPort.Target(target, targetPorts)));
    }

    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("description", description).put("protocol", protocol).put("listen_port", String.join(",", ports))
                .put("target_address", target);
        if (!targetPorts.isEmpty()) json.put("target_port", String.join(",", targetPorts));
        return json;
    }

    /** As the language says it: {@code tcp 80, 443 -> 10.42.1.10 port 8080}. */
    public String sentence() {
        return protocol + " " + String.join(", ", ports) + " -> " + target
                + (targetPorts.isEmpty() ? "" : " port " + String.join(", ", targetPorts))
                + (description.isEmpty() ? "" : " " + QuotedText.of(description));
    }
}
