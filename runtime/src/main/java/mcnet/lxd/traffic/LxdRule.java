package mcnet.lxd.traffic;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.JsonNodeFactory;
import com.fasterxml.jackson.databind.node.ObjectNode;
import inet.ipaddr.IPAddress;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.function.Function;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import mcnet.model.Ip;
import mcnet.model.QuotedText;
import mcnet.plan.ResourceId;

/**
 * One rule as LXD's ACLs hold it ({@code shared/api/network_acl.go NetworkACLRule}), its lists in one order, its
 * addresses in one spelling. A bare address is a network of one: LXD makes a port group of its own of a bare one
 * ({@code lxd/network/acl/acl_ovn.go ovnAddReferencedACLs}).
 *
 * @param ingress whether it is about what comes in
 * @param action {@code allow}, {@code reject} or {@code drop}
 * @param state {@code enabled}, {@code logged} or {@code disabled}
 * @param source empty: anyone
 * @param protocol {@code tcp}, {@code udp}, {@code icmp4}, {@code icmp6}; empty: any
 * @param sourcePorts empty: any
 * @param destinationPorts empty: any
 */
public record LxdRule(boolean ingress, String action, String state, List<String> source, List<String> destination,
        String protocol, List<String> sourcePorts, List<String> destinationPorts, String icmpType, String icmpCode,
        String description) {

    public static final String INGRESS = "ingress";
    public static final String EGRESS = "egress";

    private static final Comparator<String> BY_NUMBER = Comparator
            .<String>comparingInt(p -> p.matches("\\d{1,9}(-.*)?") ? Integer.parseInt(p.replaceFirst("-.*", "")) : 0)
            .thenComparing(p -> p);

    public LxdRule {
        source = inOrder(source, LxdRule::subject, Comparator.naturalOrder());
        destination = inOrder(destination, LxdRule::subject, Comparator.naturalOrder());
        sourcePorts = inOrder(sourcePorts, UnaryOperator.identity(), BY_NUMBER);
        destinationPorts = inOrder(destinationPorts, UnaryOperator.identity(), BY_NUMBER);
        description = TrimmedTexts.of(description);
    }

    /** Most lists have one element or none, and there are four of them for each of ten thousand rules. */
    private static List<String> inOrder(List<String> list, UnaryOperator<String> spelled, Comparator<String> order) {
        return switch (list.size()) {
            case 0 -> List.of();
            case 1 -> List.of(spelled.apply(list.getFirst()));
            default -> list.stream().map(spelled).distinct().sorted(order).toList();
        };
    }

    /** @param direction {@link #INGRESS} or {@link #EGRESS}: the list that it stands in */
    public static LxdRule of(String direction, JsonNode rule) {
        return new LxdRule(direction.equals(INGRESS), rule.path("action").asText(), rule.path("state").asText(),
                list(rule, "source"), list(rule, "destination"), rule.path("protocol").asText(),
                list(rule, "source_port"), list(rule, "destination_port"), rule.path("icmp_type").asText(),
                rule.path("icmp_code").asText(), rule.path("description").asText());
    }

    private static List<String> list(JsonNode rule, String field) {
        return Arrays.stream(rule.path(field).asText().split(",")).map(String::strip).filter(e -> !e.isEmpty())
                .toList();
    }

    private static String subject(String text) {
        if (text.startsWith("#")) return "@" + text.substring(1);
        if (!text.contains("-") && !text.contains("/") && !text.contains(":") && !text.contains(".")) return text;
        if (isPlain(text)) return text.indexOf('/') < 0 ? text + "/32" : text;
        if (isRange(text))
            return Arrays.stream(text.split("-")).map(LxdRule::address).collect(Collectors.joining("-"));
        IPAddress address = Ip.read(text);
        if (address == null) return text;
        return address.isPrefixed()
                ? address.toCanonicalString()
                : address.toCanonicalString() + "/" + address.getBitCount();
    }

    /** IPv4 in its only spelling, as nearly all are: digits in four groups without a zero in front. */
    private static boolean isPlain(String text) {
        int digits = 0;
        boolean zero = false;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c == '.' || c == '/') {
                digits = 0;
                continue;
            }
            if (c < '0' || c > '9' || digits == 3 || digits > 0 && zero) return false;
            if (digits == 0) zero = c == '0';
            digits++;
        }
        return digits > 0;
    }

    private static boolean isRange(String text) {
        int dash = text.indexOf('-');
        if (dash < 0 || dash != text.lastIndexOf('-')) return false;
        String first = text.substring(0, dash);
        return first.contains(".") || first.contains(":");
    }

    private static String address(String text) {
        IPAddress address = Ip.read(text.strip());
        return address == null ? text : address.toCanonicalString();
    }

    public String direction() {
        return ingress ? INGRESS : EGRESS;
    }

    /** Those that it admits or keeps away, as LXD names them. */
    public List<String> others() {
        return ingress ? source : destination;
    }

    /** As LXD takes it; fields without a value are left out. */
    public ObjectNode json() {
        ObjectNode json = JsonNodeFactory.instance.objectNode();
        json.put("action", action).put("state", state);
        put(json, "description", description);
        put(json, "source", String.join(",", source));
        put(json, "destination", String.join(",", destination));
        put(json, "protocol", protocol);
        put(json, "source_port", String.join(",", sourcePorts));
        put(json, "destination_port", String.join(",", destinationPorts));
        put(json, "icmp_type", icmpType);
        put(json, "icmp_code", icmpCode);
        return json;
    }

    private static void put(ObjectNode json, String field, String value) {
        if (!value.isEmpty()) json.put(field, value);
    }

    /** As the language says it: {@code allow ingress tcp 80, 443 from 10.0.0.0/8 log "operators"}. */
    public String sentence() {
        return sentence(LxdRule::spoken);
    }

    /** The same with the subjects of either side as a caller says them, joined with commas. */
    public String sentence(Function<List<String>, String> spoken) {
        StringBuilder text = new StringBuilder(action).append(' ').append(direction());
        if (!protocol.isEmpty()) text.append(' ').append(protocol);
        if (!icmpType.isEmpty()) text.append(' ').append(icmpType);
        if (!icmpCode.isEmpty()) text.append('/').append(icmpCode);
        if (!destinationPorts.isEmpty()) text.append(' ').append(String.join(", ", destinationPorts));
        if (!source.isEmpty() || !sourcePorts.isEmpty())
            text.append(" from ").append(source.isEmpty() ? "any" : spoken.apply(source));
        if (!sourcePorts.isEmpty()) text.append(" source port ").append(String.join(", ", sourcePorts));
        if (!destination.isEmpty()) text.append(" to ").append(spoken.apply(destination));
        if (state.equals("logged")) text.append(" log");
        if (state.equals("disabled")) text.append(" disabled");
        if (!description.isEmpty()) text.append(' ').append(QuotedText.of(description));
        return text.toString();
    }

    private static String spoken(List<String> subjects) {
        return subjects.stream().map(s -> {
            if (s.equals("@internal") || s.equals("@external")) return s.substring(1);
            if (s.startsWith("@")) return "peer " + s.substring(1);
            if (s.contains("/") || s.contains(".") || s.contains(":")) return s;
            ResourceId object = RuleNames.object(s, "");
            return object.kind() + " " + object.name();
        }).collect(Collectors.joining(", "));
    }
}
