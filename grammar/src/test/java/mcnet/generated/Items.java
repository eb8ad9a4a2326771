package mcnet.generated;

import java.util.ArrayList;
import java.util.List;
import java.util.function.Supplier;

/** Items of the language, of every shape that the grammar has; what they mean does not matter. */
public final class Items {
    private static final int DEEPEST = 3;

    private final Choices choices;
    private int depth;

    public Items(Choices choices) {
        this.choices = choices;
    }

    public String item() {
        depth++;
        try {
            return depth > DEEPEST ? key() + " = " + literal() : choose();
        } finally {
            depth--;
        }
    }

    public String body() {
        return "{ " + several(4, " ", this::item) + " }";
    }

    private String choose() {
        return switch (choices.below(24)) {
            case 0 -> key() + " = " + expression();
            case 1 -> key() + " " + body();
            case 2 -> kind() + " " + head() + " " + body();
            case 3 -> "existing " + kind() + " " + head() + maybe(" " + body());
            case 4 -> "program " + name();
            case 5 -> "import " + choices.one("std.vpc", "\"a.mcnet\"") + maybe(" as " + word());
            case 6 -> "let " + word() + " = " + expression();
            case 7 -> "param " + word() + ": " + type() + maybe(" = " + expression());
            case 8 -> "require " + expression() + ", " + text();
            case 9 -> "for " + word() + maybe(", " + word()) + " in " + expression() + " " + body();
            case 10 -> "if " + expression() + " " + body() + maybe(" else " + body());
            case 11 -> "blueprint " + word() + "(" + several(3, ", ", () -> word() + ": " + type()) + ") " + body();
            case 12 -> "use " + choices.one("vpc.segment", "segment") + "(" + several(3, ", ", () -> word() + " = "
                    + expression()) + ")";
            case 13 -> "on " + some(2, ", ", this::name) + " " + body();
            case 14 -> "expect { " + several(3, " ", this::claim) + " }";
            case 15 -> "peer " + name() + " <-> " + name() + maybe(" " + body());
            case 16 -> "service " + word() + " = " + some(3, ", ", this::match);
            case 17 -> "flow " + some(2, ", ", this::end) + " -> " + some(2, ", ", this::end) + " "
                    + choices.one("any", match(), "using " + word()) + maybe(" " + text());
            case 18, 19 -> rule();
            case 20 -> "otherwise " + choices.one(verdict() + " " + direction() + maybe(" log"), "-> " + place());
            case 21 -> choices.one("tcp " + some(3, ", ", this::port), word()) + " -> "
                    + some(3, ", ", () -> place() + maybe(" port " + some(2, ", ", this::number)))
                    + maybe(" " + text());
            case 22 -> "inventory " + text();
            default -> kind() + " " + head() + " { }";
        };
    }

    private String rule() {
        String service = choices.one("tcp " + some(2, ", ", this::port), "tcp", "icmp4 8/0", "icmp6", "any", word());
        String reach = choices.one("from " + some(2, ", ", this::subject) + maybe(" source port " + port())
                + maybe(" to " + subject()) + maybe(" port " + port()),
                "to " + some(2, ", ", this::subject) + maybe(" port " + port()));
        return verdict() + " " + direction() + " " + choices.one(service, service + " " + reach, reach)
                + choices.one("", " log", " disabled") + maybe(" " + text());
    }

    private String claim() {
        String with = maybe(choices.one(" " + match(), " using " + word()));
        return choices.one(
                some(2, ", ", this::end) + choices.one(" reaches ", " never reaches ", " not reaches ") + end() + with,
                "only " + some(2, ", ", this::end) + " reach " + end() + with) + maybe(" " + text());
    }

    private String match() {
        return choices.one("tcp " + some(3, ", ", this::port), "udp 53", "icmp4 8/0", "icmp6 128");
    }

    private String subject() {
        return choices.one("any", "internal", "external", "peer " + name() + "/" + name(),
                choices.one("network ", "acl ", "uplink ", "instance ") + name(), place());
    }

    private String end() {
        return choices.one("any", "internet", choices.one("network ", "uplink ", "instance ") + name(), place());
    }

    private String place() {
        return choices.one(word(), "10.0.0.1", "fd42::1", "10.0.0.0/8", "10.0.0.1-10.0.0.9", "f(" + expression() + ")",
                "slot[" + expression() + "]", text(), "berlin.web");
    }

    public String expression() {
        depth++;
        try {
            if (depth > DEEPEST)
                return literal();
            return switch (choices.below(12)) {
                case 0, 1, 2 -> literal();
                case 3 -> word();
                case 4 -> "[" + several(3, ", ", this::expression) + "]";
                case 5 -> "(" + expression() + ")";
                case 6 -> "(if " + expression() + " then " + expression() + " else " + expression() + ")";
                case 7 -> expression() + choices.one(" + ", " - ", " * ", " == ", " and ", " in ", " < ") + literal();
                case 8 -> "f(" + several(2, ", ", this::expression) + ")";
                case 9 -> word() + "[" + expression() + "]";
                case 10 -> "[" + expression() + " for " + word() + " in " + word() + maybe(" if " + expression()) + "]";
                default -> "not " + literal();
            };
        } finally {
            depth--;
        }
    }

    private String literal() {
        return choices.one("1", "true", text(), "10.0.0.1", "10.0.0.1/24", "10.0.0.1-10.0.0.9", "fd42::1/64", "5m",
                "00:16:3e:00:00:01", "/24", "80-90", word(), "enp5s0.100", "\"s-${x}\"", "\"\"\"long\"\"\"",
                Unicode.longQuoted(choices));
    }

    private String type() {
        return choices.one("string", "subnet", "network", "\"a\" | \"b\"", "[port]", "{subnet}");
    }

    private String port() {
        return choices.one("80", "8000-8080", "(p)");
    }

    private String number() {
        return choices.one("80", "8000-8080");
    }

    private String verdict() {
        return choices.one("allow", "reject", "drop");
    }

    private String direction() {
        return choices.one("ingress", "egress");
    }

    private String key() {
        return choices.one("nic", "user.team", "port", "from", "network", word());
    }

    private String kind() {
        return choices.one("network", "acl", "uplink", "instance", word());
    }

    private String head() {
        return choices.one(word(), text(), "10.0.0.1", "10.0.0.0/24", "fd42::1", "shop.example.org");
    }

    private String name() {
        return choices.one(word(), text(), "berlin.web");
    }

    private String word() {
        return choices.one("a", "web", "x-1", "tiers", "e0");
    }

    private String text() {
        return choices.one("\"t\"", "\"on\"", "\"a \\\"b\\\"\"", Unicode.quoted(choices));
    }

    private String maybe(String text) {
        return choices.below(2) == 1 ? text : "";
    }

    private String several(int most, String between, Supplier<String> each) {
        return join(choices.below(most + 1), between, each);
    }

    private String some(int most, String between, Supplier<String> each) {
        return join(1 + choices.below(most), between, each);
    }

    private static String join(int count, String between, Supplier<String> each) {
        List<String> all = new ArrayList<>();
        for (int i = 0; i < count; i++)
            all.add(each.get());
        return String.join(between, all);
    }
}
