package mcnet.importing;

import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Ports that several rules are about, under one name. */
final class SharedServices {
    /** Fewer rules are read faster without another name. */
    private static final int REPEATED = 3;
    private static final int LAST_PORT = 65535;
    private static final Pattern TRAFFIC = Pattern
            .compile("^((?:allow|reject|drop) (?:ingress|egress)) ((?:tcp|udp) \\d[\\d-]*(?:, \\d[\\d-]*)*)(?= |$)");

    /** What everyone calls them (IANA, Service Name and Transport Protocol Port Number Registry). */
    private static final Map<String, String> KNOWN = Map.ofEntries(Map.entry("tcp 22", "ssh"),
            Map.entry("tcp 25", "smtp"), Map.entry("tcp 53", "domain"), Map.entry("udp 53", "domain-udp"),
            Map.entry("tcp 80", "http"), Map.entry("tcp 80, 443", "web"), Map.entry("udp 123", "ntp"),
            Map.entry("tcp 389", "ldap"), Map.entry("tcp 443", "https"), Map.entry("tcp 636", "ldaps"),
            Map.entry("tcp 2049", "nfs"), Map.entry("tcp 3306", "mysql"), Map.entry("tcp 5432", "postgresql"),
            Map.entry("tcp 6379", "redis"), Map.entry("tcp 6443", "kubernetes"), Map.entry("tcp 9090", "prometheus"));

    private final Map<String, String> names = new LinkedHashMap<>();

    /** @param taken names that mean something else */
    SharedServices(List<String> rules, Set<String> taken) {
        Map<String, Integer> counts = new LinkedHashMap<>();
        for (String rule : rules) traffic(rule).ifPresent(t -> counts.merge(t, 1, Integer::sum));
        counts.forEach((traffic, count) -> {
            String name = KNOWN.getOrDefault(traffic, traffic.replaceAll("[ ,]+", "-"));
            if (count >= REPEATED && !taken.contains(name) && isWritable(traffic)) names.put(traffic, name);
        });
    }

    /** Servers hold ports that the language refuses; those stay in their rules, which are left out with their ACL. */
    private static boolean isWritable(String traffic) {
        for (String ports : traffic.replaceFirst("^\\w+ ", "").split(", ")) {
            String[] ends = ports.split("-", 2);
            if (!isPort(ends[0]) || !isPort(ends[ends.length - 1])
                    || Integer.parseInt(ends[0]) > Integer.parseInt(ends[ends.length - 1]))
                return false;
        }
        return true;
    }

    private static boolean isPort(String text) {
        return text.matches("[1-9]\\d{0,4}") && Integer.parseInt(text) <= LAST_PORT;
    }

    /** Their declarations. */
    List<String> declarations() {
        return names.entrySet().stream().map(e -> "service " + e.getValue() + " = " + e.getKey()).toList();
    }

    /** A rule with the name in the place of the ports. */
    String named(String rule) {
        Matcher matcher = TRAFFIC.matcher(rule);
        if (!matcher.find() || !names.containsKey(matcher.group(2))) return rule;
        return matcher.group(1) + " " + names.get(matcher.group(2)) + rule.substring(matcher.end());
    }

    private static Optional<String> traffic(String rule) {
        Matcher matcher = TRAFFIC.matcher(rule);
        return matcher.find() ? Optional.of(matcher.group(2)) : Optional.empty();
    }
}
