package mcnet.reach;

import java.util.ArrayList;
import java.util.List;
import mcnet.generated.Choices;

/** A small program by chance: up to three networks, ACLs, peerings, a forward and an instance; every packet of it can be tried. */
final class SimulatedProgram {
    private final Choices choices;
    private final StringBuilder text = new StringBuilder();
    private final int networks;
    private final int acls;

    private SimulatedProgram(Choices choices) {
        this.choices = choices;
        networks = 1 + choices.below(3);
        acls = choices.below(3);
    }

    static String text(Choices choices) {
        return new SimulatedProgram(choices).write();
    }

    private String write() {
        if (choices.rarely(3)) line("cluster c { server = incus  member m { address = 10.77.0.1 } }");
        line("uplink up { nic = eth0  ipv4 { gateway = 198.51.100.1/28  ranges = [198.51.100.4-198.51.100.5]"
                + "  routes = [10.42.0.0/16, 198.51.100.208/28] } "
                + (choices.rarely(3)
                        ? "ipv6 { gateway = 2001:db8::1/64  ranges = [2001:db8::4-2001:db8::5]"
                                + "  routes = [2001:db8:42::/48] }"
                        : "")
                + " }");
        for (int i = 0; i < networks; i++) network(i);
        for (int i = 0; i < acls; i++) acl(i);
        for (int i = 0; i < networks; i++)
            for (int j = i + 1; j < networks; j++) if (choices.below(2) == 1) line("peer n" + i + " <-> n" + j);
        if (choices.below(2) == 1)
            line("instance i { nic eth0 { network = n0  ipv4 { address = 10.42.0.3 }" + acls() + defaults() + " } }");
        return text.toString();
    }

    private void line(String line) {
        text.append(line).append('\n');
    }

    private void network(int i) {
        text.append("network n" + i + " { uplink = up  ipv4 { address = 10.42." + i + ".1/29"
                + (choices.below(2) == 1 ? "  nat = true" : "") + " }");
        if (choices.rarely(3))
            text.append(" ipv6 { address = 2001:db8:42:" + i + "::1/64" + (choices.below(2) == 1 ? "  nat = true" : "")
                    + " }");
        text.append(acls() + defaults());
        if (choices.below(2) == 1)
            text.append(" forward 198.51.100." + (210 + i) + " { "
                    + choices.one("tcp 80 -> 10.42." + i + ".2", "tcp 80-81 -> 10.42." + i + ".2 port 81-82",
                            "tcp 80, 82 -> 10.42." + i + ".3 port 80", "udp 80 -> 10.42." + i + ".2")
                    + (choices.rarely(3) ? "  otherwise -> 10.42." + i + ".4" : "") + " }");
        line(" }");
    }

    private String acls() {
        List<String> some = new ArrayList<>();
        for (int i = 0; i < acls; i++) if (choices.below(2) == 1) some.add("a" + i);
        return some.isEmpty() ? "" : " acls = [" + String.join(", ", some) + "]";
    }

    private String defaults() {
        String said = "";
        for (String direction : List.of("ingress", "egress"))
            if (choices.below(2) == 1)
                said += " otherwise " + choices.one("allow", "reject", "drop") + " " + direction;
        return said;
    }

    private void acl(int i) {
        text.append("acl a" + i + " {");
        for (int r = choices.below(5); r > 0; r--) text.append("\n  " + rule());
        line("\n}");
    }

    private String rule() {
        boolean ingress = choices.below(2) == 0;
        String traffic = choices.one("", " tcp", " tcp 80", " tcp 80-81", " udp 80", " icmp4", " icmp4 8", " icmp6");
        String source = traffic.startsWith(" tcp") && choices.rarely(5) ? " source port 1000-1001" : "";
        String from = ingress ? other() : own();
        String to = ingress ? own() : other();
        if (from.isEmpty() && to.isEmpty() || !source.isEmpty() && from.isEmpty()) from = "any";
        return choices.one("allow", "reject", "drop") + (ingress ? " ingress" : " egress") + traffic
                + (from.isEmpty() ? "" : " from " + from + source) + (to.isEmpty() ? "" : " to " + to)
                + (choices.rarely(9) ? " disabled" : "");
    }

    private String own() {
        return choices.rarely(3) ? addresses() : "";
    }

    private String other() {
        return switch (choices.below(9)) {
            case 0 -> "";
            case 1, 2, 3 -> addresses();
            case 4 -> "internal";
            case 5 -> "external";
            case 6 -> "network n" + choices.below(networks);
            case 7 -> acls > 0 ? "acl a" + choices.below(acls) : "";
            default -> addresses() + ", " + addresses();
        };
    }

    private String addresses() {
        return choices.one("10.42.0.0/29", "10.42." + choices.below(networks) + ".2",
                "10.42.0.3-10.42.1.4", "198.51.100.0/28",
                "198.51.100.4", "198.18.0.0/16");
    }
}
