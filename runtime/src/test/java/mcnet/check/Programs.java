package mcnet.check;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import mcnet.generated.Choices;
import mcnet.generated.Unicode;

/** Whole programs: parameters, values, loops, conditions, a blueprint, and what they declare. Most are free of errors. */
final class Programs {
    private static final List<String> TIERS = List.of("web", "app", "db", "cache");

    private final Choices choices;
    private final List<String> items = new ArrayList<>();
    private final List<String> networks = new ArrayList<>();

    Programs(Choices choices) {
        this.choices = choices;
    }

    String program() {
        items.add("program shop");
        if (flip())
            items.add("param env: string = \"prod\"");
        else
            items.add("param env: \"prod\" | \"test\" = \"test\"");
        items.add(
                "uplink public { nic = eth0 ipv4 { gateway = 198.51.100.1/24 ranges = [198.51.100.100-198.51.100.119] "
                        + "routes = [198.51.100.208/28] } }");
        items.add("let office = [198.51.100.64/28, 10.9.0.0/16]");
        items.add("service postgres = tcp 5432");
        if (flip())
            items.add("cluster berlin { for i in [1, 2, 3] { member \"m${i}\" { address = host(10.77.0.0/24, i) } } }");
        blueprint();
        loop();
        acls();
        for (int i = choices.below(3); i > 0; i--)
            plain(i);
        if (networks.size() > 1 && flip())
            items.add("peer " + networks.get(0) + " <-> " + networks.get(1));
        return String.join("\n", shuffled()) + "\n";
    }

    private void blueprint() {
        items.add("blueprint segment(name: string, net: subnet, via: uplink, out: switch = true) { "
                + "require size(net) >= " + choices.one(4, 16, 64) + ", \"too small\" "
                + choices.one("", "let gateway = at(net, 1) ")
                + "network \"${name}\" { uplink = via description = \"of ${name}\" ipv4 { address = at(net, 1) nat = out "
                + choices.one("", "dhcp { ranges = [range(net, 10, 20)] } ") + "} "
                + choices.one("", "if out { mtu = " + choices.one("1400", "1300 + 42", "(if out then 1442 else 1300)")
                        + " } ")
                + "} }");
    }

    private void loop() {
        List<String> tiers = TIERS.subList(0, 1 + choices.below(TIERS.size()));
        String map = IntStream.range(0, tiers.size()).mapToObj(i -> tiers.get(i) + " = 10.50." + i + ".0/24")
                .collect(Collectors.joining(" ", "{ ", " }"));
        switch (choices.below(3)) {
            case 0 -> {
                items.add("let tiers = " + map);
                items.add("for tier, net in tiers { use segment(name = \"t-${tier}\", net = net, via = public) }");
                tiers.forEach(t -> networks.add("t-" + t));
            }
            case 1 -> {
                items.add("let names = [" + String.join(", ", tiers.stream().map(t -> '"' + t + '"').toList()) + "]");
                items.add("let picked = [n for n in names if n != \"" + choices.one(TIERS) + "\"]");
                items.add("for n in picked { acl \"of-${n}\" { allow ingress tcp 80 from office } }");
            }
            default -> items.add("use segment(name = \"only-${env}\", net = subnet(10.60.0.0/16, /24, "
                    + choices.below(9) + "), via = public, out = " + choices.one("true", "false == false") + ")");
        }
    }

    private void acls() {
        if (flip())
            items.add("acl web { description = \"" + choices.one("a", "\\\"b\\\"", "${env}", inner()) + "\" " + rules()
                    + "}");
        if (flip())
            items.add("if env == \"prod\" { acl strict { drop ingress from 10.9.9.0/24 log } } else { acl open { } }");
    }

    private String rules() {
        return IntStream.range(0, choices.below(4)).mapToObj(_ -> "allow ingress "
                + choices.one("tcp 80, 443", "tcp 8000-8080", "postgres", "icmp4 8/0", "udp (50 + 3)")
                + choices.one("", " from office", " from 10.0.0.0/8, 10.9.0.1", " from external")
                + choices.one("", " log", " disabled") + choices.one("", " \"why\"", " " + Unicode.quoted(choices))
                + " ")
                .collect(Collectors.joining());
    }

    private void plain(int i) {
        String name = "n" + i;
        networks.add(name);
        String address = "10.42." + i + ".";
        items.add("network " + name + " { uplink = public ipv4 { address = " + address + "1/24 nat = true } "
                + choices.one("", "forward 198.51.100.2" + (10 + i) + " { " + forwarded(address) + " } ")
                + choices.one("", "domain = shop.lan ", "user { team = \"${env}\" } ",
                        "user { team = \"${env}" + inner() + "\" } ", "ipv6 = none ")
                + "}");
    }

    private String forwarded(String address) {
        return choices.one("tcp 80 -> " + address + "10", "tcp 80, 443 -> " + address + "10 \"shop\"",
                "udp 53 -> " + address + "11 port 5353", "otherwise -> " + address + "9");
    }

    /** The order of declarations never matters; the program's name comes first. */
    private List<String> shuffled() {
        List<String> rest = new ArrayList<>(items.subList(1, items.size()));
        List<String> order = new ArrayList<>(items.subList(0, 1));
        while (!rest.isEmpty())
            order.add(rest.remove(choices.below(rest.size())));
        return order;
    }

    private boolean flip() {
        return choices.below(2) == 1;
    }

    /** Any characters between two quotes. */
    private String inner() {
        String quoted = Unicode.quoted(choices);
        return quoted.substring(1, quoted.length() - 1);
    }
}
