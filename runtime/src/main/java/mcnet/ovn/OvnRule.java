package mcnet.ovn;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.regex.MatchResult;
import java.util.regex.Pattern;
import java.util.stream.Stream;
import mcnet.lxd.traffic.LxdRule;
import mcnet.model.Ip;
import mcnet.observe.OvsdbTable;
import mcnet.product.AclLayout;

/**
 * A rule as OVN's ACL table has it, seen as the conditions of its match in any order. Groups and address sets are called
 * by numbers that only LXD knows, so each counts as the same {@code @} here, but for groups of reversed priorities, which
 * are {@code @reversed} ({@code lxd/network/acl/acl_ovn.go ovnRuleCriteriaToOVNACLRule}).
 *
 * @param priority 500 drop, 400 reject, 300 allow; reversed 300, 400, 500
 */
public record OvnRule(String priority, boolean logged, Set<String> conditions) {

    private static final Map<String, String> PRIORITIES = Map.of("drop", "500", "reject", "400", "allow", "300");
    private static final Map<String, String> REVERSED = Map.of("drop", "300", "reject", "400", "allow", "500");

    /**
     * Where Incus has addresses in the place of ports, as seen on 7.0.2: those of a group for packets from it, and those
     * inside of a network, or outside, for {@code @internal} and {@code @external}. Peers and address sets stand there
     * with IPv6 first.
     */
    private static final Pattern BY_ADDRESS = Pattern
            .compile("ip4\\.(src|dst) == \\$(\\w+)_ip4 \\|\\| ip6\\.\\1 == \\$\\2_ip6");
    private static final Pattern BY_OTHER_ADDRESSES = Pattern.compile(
            "\\(ip4 && ip4\\.(src|dst) != \\$(\\w+)_ip4\\) \\|\\| \\(ip6 && ip6\\.\\1 != \\$\\2_ip6\\)");

    /** Empty: one of LXD's own that stand beside those of an ACL. */
    public static Optional<OvnRule> of(Map<String, JsonNode> row) {
        String priority = OvsdbTable.text(row.get("priority"));
        if (!PRIORITIES.containsValue(priority)) return Optional.empty();
        return Optional.of(new OvnRule(priority, OvsdbTable.text(row.get("log")).equals("true"),
                conditions(OvsdbTable.text(row.get("match")))));
    }

    /** All that OVN has for a rule. */
    public static Stream<OvnRule> of(LxdRule rule, AclLayout layout) {
        return layout == AclLayout.DIRECTIONAL
                ? Stream.of(of(rule, PRIORITIES, "@"), of(rule, REVERSED, "@reversed"))
                : Stream.of(of(rule, PRIORITIES, "@"));
    }

    private static OvnRule of(LxdRule rule, Map<String, String> priorities, String group) {
        List<String> all = new ArrayList<>();
        all.add((rule.ingress() ? "outport == " : "inport == ") + group);
        addresses(rule.source(), "src", rule.ingress(), all);
        addresses(rule.destination(), "dst", rule.ingress(), all);
        switch (rule.protocol()) {
            case "tcp", "udp" -> {
                all.add(rule.protocol());
                ports(rule.sourcePorts(), rule.protocol() + ".src", all);
                ports(rule.destinationPorts(), rule.protocol() + ".dst", all);
            }
            case "icmp4", "icmp6" -> {
                all.add(rule.protocol());
                if (!rule.icmpType().isEmpty()) all.add(rule.protocol() + ".type == " + rule.icmpType());
                if (!rule.icmpCode().isEmpty()) all.add(rule.protocol() + ".code == " + rule.icmpCode());
            }
            default -> {}
        }
        return new OvnRule(priorities.get(rule.action()), rule.state().equals("logged"), new TreeSet<>(all));
    }

    private static void addresses(List<String> subjects, String side, boolean ingress, List<String> all) {
        for (String subject : subjects) {
            String[] ends = subject.split("-");
            boolean range = ends.length == 2 && Ip.read(ends[0]) != null;
            if (range) {
                String field = (ends[0].contains(":") ? "ip6." : "ip4.") + side;
                all.add(field + " >= " + ends[0]);
                all.add(field + " <= " + ends[1]);
            } else if (Ip.read(subject) != null && !subject.startsWith("@")) {
                all.add((subject.contains(":") ? "ip6." : "ip4.") + side + " == " + plain(subject));
            } else if (subject.contains("/") || subject.startsWith("$")) {
                all.add("ip4." + side + " == @");
                all.add("ip6." + side + " == @");
            } else {
                all.add((ingress ? "inport" : "outport") + " == @");
            }
        }
    }

    private static void ports(List<String> ports, String field, List<String> all) {
        for (String port : ports) {
            String[] ends = port.split("-");
            if (ends.length == 1) all.add(field + " == " + port);
            else {
                all.add(field + " >= " + ends[0]);
                all.add(field + " <= " + ends[1]);
            }
        }
    }

    /** {@code (outport == @lxd_acl1) && (ip4.src == 10.0.0.0/8 || ip4.src == 10.9.0.1/32) && (tcp)}. */
    static Set<String> conditions(String match) {
        Set<String> conditions = new TreeSet<>();
        String named = byPort(match);
        Arrays.stream(named.replaceAll("[()]", " ").split("&&|\\|\\|")).map(String::strip).filter(c -> !c.isEmpty())
                .map(c -> c.replaceAll("\\s+", " ").replaceAll("@\\S+_reversed\\b", "@reversed")
                        .replaceAll("(?!@reversed)[@$\"]\\S+", "@"))
                .map(OvnRule::plainCondition)
                .forEach(conditions::add);
        return conditions;
    }

    private static String byPort(String match) {
        String named = BY_OTHER_ADDRESSES.matcher(match).replaceAll(OvnRule::port);
        return BY_ADDRESS.matcher(named).replaceAll(OvnRule::port);
    }

    private static String port(MatchResult found) {
        return (found.group(1).equals("src") ? "inport" : "outport") + " == @" + found.group(2);
    }

    private static String plainCondition(String condition) {
        String[] words = condition.split(" ");
        return words.length == 3 && words[0].startsWith("ip")
                ? words[0] + " " + words[1] + " " + plain(words[2])
                : condition;
    }

    /** An address of a network of one is that address. */
    private static String plain(String subject) {
        var address = Ip.read(subject);
        if (address == null) return subject;
        boolean one = address.isPrefixed() && address.getNetworkPrefixLength() == address.getBitCount();
        return one ? address.withoutPrefixLength().toCanonicalString() : address.toCanonicalString();
    }
}
