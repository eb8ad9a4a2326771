package mcnet.tests.model;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import mcnet.generated.Choices;

/**
 * A program of all kinds that mcnet builds, for the lab's addresses. All of them draw from the same few names, so that one
 * is a change of another. Most are free of errors.
 */
final class GeneratedProgram {
    private static final List<String> NETWORKS = List.of("n1", "n2", "n3");
    private static final List<String> ACLS = List.of("w1", "w2", "w3");
    private static final List<String> ZONES = List.of("shop.lan", "other.lan");

    private final Choices choices;
    private final List<String> items = new ArrayList<>();
    private final List<String> acls = new ArrayList<>();
    private final List<String> zones = new ArrayList<>();
    private final Map<String, String> networks = new LinkedHashMap<>();
    private boolean ipv6;
    private boolean routed;
    private int listener = 210;

    private final boolean ofLab;

    private GeneratedProgram(Choices choices, boolean ofLab) {
        this.choices = choices;
        this.ofLab = ofLab;
    }

    static String of(Choices choices) {
        return new GeneratedProgram(choices, false).text();
    }

    /** One that a lab as new can be asked to be: it has one NIC outside, and no instances. */
    static String ofLab(Choices choices) {
        return new GeneratedProgram(choices, true).text();
    }

    private String text() {
        items.add("program shop");
        items.add(ModelMembers.declaration());
        if (!ofLab && rarely()) items.add("underlay fabric { nic = eth1 }");
        uplinks();
        for (String zone : ZONES) if (rarely()) zone(zone, zones);
        if (rarely()) zone("10.42.1.0/24", new ArrayList<>());
        for (String acl : ACLS) if (flip()) acls.add(acl);
        for (String network : NETWORKS) if (choices.below(4) > 0) networks.put(network, "");
        acls.forEach(name -> items.add(acl(name, "")));
        networks.keySet().forEach(name -> items.add(network(name, "", acls)));
        if (flip()) project("p1", 4);
        if (rarely()) project("p2", 5);
        peers();
        if (!ofLab && rarely() && networks.containsKey("n1")) instance("i1", "n1", 1);
        if (!ofLab && rarely() && networks.containsKey("n2")) instance("i2", "n2", 2);
        if (rarely() && networks.containsKey("n1"))
            items.add("profile x { " + description() + nic("eth0", "n1", 0) + "}");
        return String.join("\n", items) + "\n";
    }

    private void uplinks() {
        ipv6 = flip();
        routed = rarely();
        items.add(
                "uplink public { nic = eth0 " + (ofLab ? "on micro3 { nic = enp5s0 } " : "") + description() + protect()
                        + "ipv4 { gateway = 198.51.100.1/24 ranges = [198.51.100.100-198.51.100."
                        + choices.one("119", "129", "139") + "] routes = [198.51.100.208/28"
                        + choices.one("", ", 10.60.0.0/16") + "] } "
                        + (ipv6 ? "ipv6 { gateway = 2001:db8::1/64 ranges = [2001:db8::100-2001:db8::1ff] } " : "")
                        + choices.one("", "dns = [198.51.100.1] ", "dns = [198.51.100.1, 9.9.9.9] ")
                        + (routed ? "ingress = routed " : "") + choices.one("", "mtu = 1500 ") + user() + "}");
        if (!ofLab && rarely())
            items.add("uplink private { nic = " + choices.one("eth2", "eth3") + choices.one("", " vlan = 210 ")
                    + choices.one("", " on micro3 { nic = eth3 }")
                    + " ipv4 { gateway = 198.18.9.1/24 ranges = [198.18.9.10-198.18.9.19] } }");
    }

    private void zone(String name, List<String> known) {
        known.add(name);
        items.add("zone " + name + " { " + description()
                + choices.one("", "nameservers = [\"ns1.shop.lan\"] ", "nat = false ")
                + choices.one("", "secondary ns2 { address = 198.51.100.9 } ") + protect() + "}");
    }

    /** @param project whose it is, or empty */
    private String acl(String name, String project) {
        StringBuilder rules = new StringBuilder();
        String action = choices.rarely(4) ? choices.one("drop", "reject") : "allow";
        for (int i = choices.below(4); i > 0; i--)
            rules.append(action).append(choices.one(" ingress ", " egress "))
                    .append(choices.one("tcp 80, 443", "tcp 8000-8080", "udp 53", "icmp4 8/0", "any"))
                    .append(choices.one("", " log", " disabled"))
                    .append(choices.one("", " \"why\"")).append(' ');
        if (action.equals("allow") && flip())
            rules.append("allow ingress tcp ").append(1000 + choices.below(3)).append(" from ")
                    .append(choices.one("10.9.0.0/16", "10.9.0.1, 10.9.1.0/24", "external", "internal",
                            "10.9.0.5-10.9.0.9"))
                    .append(' ');
        if (action.equals("allow") && project.isEmpty() && acls.size() > 1 && flip())
            rules.append("allow ingress tcp 22 from acl ").append(choices.one(acls)).append(' ');
        return "acl " + name + " { " + description() + protect() + user() + distinct(rules.toString()) + "}";
    }

    /** The server takes no rule twice, and neither does check. */
    private static String distinct(String rules) {
        return java.util.Arrays.stream(rules.split("(?=allow |drop |reject )")).map(String::strip).distinct()
                .collect(Collectors.joining(" ")) + " ";
    }

    private String network(String name, String project, List<String> acls) {
        int number = name.charAt(1) - '0' + (project.isEmpty() ? 0 : 10 * (project.charAt(1) - '0'));
        String subnet = choices.rarely(8) ? "10.43." + number + "." : "10.42." + number + ".";
        StringBuilder body = new StringBuilder("uplink = public ");
        body.append(description()).append("ipv4 { address = ").append(subnet).append("1/24 nat = true ")
                .append(choices.one("", "dhcp = false ")).append("} ");
        if (ipv6 && flip()) body.append("ipv6 { address = fd42:").append(number).append("::1/64 nat = true } ");
        body.append(choices.one("", "domain = shop.lan ")).append(choices.one("", "search = [a.lan, b.lan] "))
                .append(choices.one("", "", "mtu = 1400 "))
                .append(choices.one("", "", "mac = 00:16:3e:00:00:" + (number + 10) + " "));
        if (!acls.isEmpty() && flip()) {
            body.append("acls = [").append(choices.one(acls.getFirst(), String.join(", ", acls))).append("] ");
            body.append(choices.one("", "otherwise allow egress ", "otherwise drop ingress log "));
        }
        if (project.isEmpty() && !zones.isEmpty() && flip())
            body.append("zone = ").append(choices.one(zones)).append(' ');
        body.append(protect()).append(user());
        if (project.isEmpty()) for (int i = choices.below(3); i > 0; i--) body.append(forward(subnet));
        return "network " + name + " { " + body + "}";
    }

    private String forward(String subnet) {
        int address = listener++;
        return "forward 198.51.100." + address + " { " + description()
                + choices.one("tcp 80 -> " + subnet + "10 ", "tcp 80, 443 -> " + subnet + "10 \"shop\" ",
                        "udp 53 -> " + subnet + "11 port 5353 ", "tcp 8000-8002 -> " + subnet + "12 ")
                + choices.one("", "otherwise -> " + subnet + "9 ") + "} ";
    }

    private void project(String name, int number) {
        List<String> own = new ArrayList<>();
        StringBuilder body = new StringBuilder(description()).append(protect());
        body.append("grant public { } ").append(choices.one("", "limits { networks = 5 } "));
        if (flip()) {
            own.add("w1");
            body.append(acl("w1", name)).append(' ');
        }
        if (flip()) {
            networks.put(name + ".n1", name);
            body.append(network("n1", name, own)).append(' ');
        }
        items.add("project " + name + " { " + body + "}");
    }

    private void peers() {
        List<String> all = List.copyOf(networks.keySet());
        for (int i = 0; i + 1 < all.size(); i++)
            if (rarely())
                items.add("peer " + all.get(i) + " <-> " + all.get(i + 1)
                        + choices.one("", " { description = \"both\" }"));
    }

    private void instance(String name, String network, int number) {
        items.add("instance " + name + " { " + nic("eth0", network, number)
                + choices.one("", nic("eth1", network, 0)) + "}");
    }

    private String nic(String name, String network, int number) {
        return "nic " + name + " { network = " + network + " "
                + (acls.isEmpty() ? "" : choices.one("", "acls = [" + choices.one(acls) + "] "))
                + (number == 0 ? "" : choices.one("", "mac = 00:16:3e:00:01:0" + number + " ")) + "} ";
    }

    private String description() {
        return choices.one("", "", "description = \"a\" ", "description = \"b c\" ");
    }

    private String protect() {
        return choices.one("", "", "", "protect = false ");
    }

    private String user() {
        return choices.one("", "", "user { team = \"net\" } ");
    }

    private boolean flip() {
        return choices.below(2) == 1;
    }

    private boolean rarely() {
        return choices.rarely(3);
    }
}
