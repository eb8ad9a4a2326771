package mcnet.preseed;

import java.util.ArrayList;
import java.util.List;
import mcnet.generated.Choices;

/** Preseeds that MicroCloud takes, of any version. */
final class Preseeds {
    private final Choices choices;
    private final List<String> lines = new ArrayList<>();

    Preseeds(Choices choices) {
        this.choices = choices;
    }

    String preseed() {
        boolean first = choices.rarely(4);
        int count = 1 + choices.below(5);
        boolean addressed = !first && flip();
        top(first, addressed);
        boolean uplink = !choices.rarely(5);
        boolean underlay = !first && flip();
        boolean disks = choices.rarely(4);
        lines.add("systems:");
        for (int i = 1; i <= count; i++) {
            lines.add("- name: " + quoted("micro" + i));
            if (addressed) lines.add("  address: " + quoted("10.77.0." + i));
            if (uplink)
                lines.add(
                        "  ovn_uplink_interface: " + quoted(choices.one("eth1", "eth1", "enp5s0", "bond0.100", "on")));
            if (underlay) lines.add("  ovn_underlay_ip: " + quoted(choices.one("10.88.0." + i, "2001:db8:88::" + i)));
            if (disks) lines.add("  storage: { local: { path: /dev/sdb, wipe: yes } }");
        }
        if (uplink) ovn(first);
        if (choices.rarely(4)) lines.add("storage:\n  local:\n  - find: size > 10GiB\n    find_min: 1");
        return String.join("\n", lines) + choices.one("\n", "");
    }

    private void top(boolean first, boolean addressed) {
        if (choices.rarely(3)) lines.add("# of the workshop");
        if (!addressed) lines.add("lookup_subnet: " + choices.one("10.77.0.0/24", "10.77.0.1/24", "fd42:77::/64"));
        if (first && flip()) lines.add("lookup_interface: eth0");
        if (first) return;
        lines.add(addressed ? "initiator_address: 10.77.0.1" : "initiator: micro1");
        lines.add("session_passphrase: " + choices.one("x", "\"10: a # b\"", "'${p}'"));
        if (flip()) lines.add("session_timeout: 60");
        if (choices.rarely(3)) lines.add("ceph: { cephfs: false }");
    }

    private void ovn(boolean first) {
        boolean four = flip();
        boolean six = !four || flip();
        lines.add("ovn:");
        if (four) {
            lines.add("  ipv4_gateway: " + quoted("198.51.100.1/24"));
            lines.add("  ipv4_range: "
                    + quoted("198.51.100." + (2 + choices.below(50)) + "-198.51.100." + (60 + choices.below(190))));
        }
        if (six) lines.add("  ipv6_gateway: " + quoted(choices.one("2001:db8:d:200::1/64", "2001:DB8:0::1/64")));
        if (!first && flip())
            lines.add("  dns_servers: " + quoted(four && six
                    ? choices.one("198.51.100.1, 2001:db8:d:200::1", "2001:db8::53,198.51.100.53")
                    : four ? choices.one("198.51.100.1", "198.51.100.1,198.51.100.2") : "2001:db8:d:200::1"));
    }

    private String quoted(String text) {
        String quote = choices.one("", "", "\"", "'");
        return quote + text + quote;
    }

    private boolean flip() {
        return choices.below(2) == 0;
    }
}
