package mcnet.grammar.recovery;

import java.util.ArrayList;
import java.util.List;
import mcnet.grammar.Keywords;
import mcnet.grammar.antlr.McnetLexer;
import org.antlr.v4.runtime.misc.IntervalSet;

/** What could stand in a place, in words a person would use. */
final class ExpectedTokens {
    /** How a line of {@code expect} is written. */
    static final String CLAIM = "web reaches db tcp 5432";
    private static final int MOST = 5;

    private ExpectedTokens() {}

    /** {@code a name}, {@code `{` or `=`}; empty where too much could stand there. */
    static String words(IntervalSet set) {
        if (isValue(set))
            return "a value";
        if (isService(set))
            return set.contains(McnetLexer.FROM) ? "a service, `from` or `to`" : "a service";
        List<String> parts = new ArrayList<>();
        if (set.contains(McnetLexer.NAME))
            parts.add(set.contains(McnetLexer.ADDRESS4) ? "a name or an address" : "a name");
        else if (set.contains(McnetLexer.INT_RANGE))
            parts.add("a port");
        else if (set.contains(McnetLexer.STRING))
            parts.add("a text in quotes");
        boolean named = set.contains(McnetLexer.NAME);
        for (int type : set.toList()) {
            String literal = McnetLexer.VOCABULARY.getLiteralName(type);
            if (literal != null && !(named && Keywords.isOfTheLanguage(type)))
                parts.add(literal.replace('\'', '`'));
        }
        if (set.contains(McnetLexer.PROTOCOL) && !named)
            parts.add("`tcp`");
        return parts.isEmpty() || parts.size() > MOST ? "" : join(parts);
    }

    /** Any value could stand there. */
    static boolean isValue(IntervalSet set) {
        return set.contains(McnetLexer.NAME) && set.contains(McnetLexer.INT);
    }

    /** What a rule is about could stand there. */
    static boolean isService(IntervalSet set) {
        return set.contains(McnetLexer.ICMP) && set.contains(McnetLexer.NAME) && !set.contains(McnetLexer.ALLOW);
    }

    /** How a thing that begins with a word is written, or empty. */
    static String shape(int first) {
        return switch (first) {
            case McnetLexer.PROGRAM -> "program shop";
            case McnetLexer.IMPORT -> "import \"sites/berlin.mcnet\", or import std.vpc as v";
            case McnetLexer.INVENTORY -> "inventory \"hosts.yaml\"";
            case McnetLexer.LET -> "let office = 10.0.0.0/8";
            case McnetLexer.PARAM -> "param env: string = \"prod\"";
            case McnetLexer.REQUIRE -> "require size(net) >= 16, \"what is wrong\"";
            case McnetLexer.FOR -> "for name, value in tiers { … }";
            case McnetLexer.IF -> "if condition { … } else { … }";
            case McnetLexer.BLUEPRINT -> "blueprint segment(name: string, net: subnet) { … }";
            case McnetLexer.USE -> "use segment(name = \"web\", net = 10.42.1.0/24)";
            case McnetLexer.ON -> "on micro3 { nic = enp5s0 }";
            case McnetLexer.EXPECT -> "expect { web reaches db tcp 5432 }";
            case McnetLexer.PEER -> "peer web <-> db";
            case McnetLexer.SERVICE -> "service postgres = tcp 5432";
            case McnetLexer.FLOW -> "flow web -> db tcp 5432";
            case McnetLexer.ALLOW, McnetLexer.REJECT, McnetLexer.DROP -> "allow ingress tcp 80, 443 from office";
            case McnetLexer.OTHERWISE -> "otherwise reject ingress log";
            case McnetLexer.PROTOCOL -> "tcp 80, 443 -> 10.42.1.10 port 8080";
            case McnetLexer.EXISTING -> "existing uplink public";
            case McnetLexer.NETWORK, McnetLexer.UPLINK, McnetLexer.ACL, McnetLexer.ADDRESS_SET, McnetLexer.INSTANCE ->
                "network web { … }";
            case McnetLexer.ONLY -> "only web, app reach db tcp 5432";
            default -> "";
        };
    }

    private static String join(List<String> parts) {
        if (parts.size() == 1)
            return parts.getFirst();
        return String.join(", ", parts.subList(0, parts.size() - 1)) + " or " + parts.getLast();
    }
}
