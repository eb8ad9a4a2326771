package mcnet.lxd.zone;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collections;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.model.Ip;

/**
 * Reverse zones by their network in files and plans, by their domain on the server: {@code 10.42.1.0/24} is
 * {@code 1.42.10.in-addr.arpa} (RFC 1035 3.5, RFC 3596 2.5). Other names stay as they are.
 */
public final class ReverseZones {
    private static final String IPV4 = ".in-addr.arpa";
    private static final String IPV6 = ".ip6.arpa";
    private static final int NIBBLES_IN_GROUP = 4;

    private ReverseZones() {}

    /**
     * The server's name, or names where there are several with commas.
     *
     * @param names networks end at a whole byte in IPv4, at a whole nibble in IPv6
     */
    public static String server(String names) {
        return Arrays.stream(names.split(",")).map(String::strip).map(ReverseZones::domain)
                .collect(Collectors.joining(","));
    }

    /** As files and plans have it. */
    public static String written(String names) {
        return Arrays.stream(names.split(",")).map(String::strip).map(ReverseZones::network)
                .collect(Collectors.joining(","));
    }

    private static String domain(String name) {
        IPAddress network = name.contains("/") ? Ip.read(name) : null;
        if (network == null) return name;
        int parts = network.getPrefixLength() / (network.isIPv4() ? 8 : NIBBLES_IN_GROUP);
        String[] labels = network.getLower().toReverseDNSLookupString().split("\\.");
        int behind = network.isIPv4() ? 4 : 32;
        return String.join(".", Arrays.asList(labels).subList(behind - parts, labels.length));
    }

    private static String network(String name) {
        if (name.matches("(\\d+\\.){1,4}in-addr\\.arpa")) {
            List<String> bytes = backwards(name, IPV4);
            int length = bytes.size() * 8;
            while (bytes.size() < 4) bytes.add("0");
            return String.join(".", bytes) + "/" + length;
        }
        if (name.matches("(\\p{XDigit}\\.){1,32}ip6\\.arpa")) {
            List<String> nibbles = backwards(name, IPV6);
            int length = nibbles.size() * NIBBLES_IN_GROUP;
            while (nibbles.size() < 32) nibbles.add("0");
            String groups = String.join("", nibbles).replaceAll("(.{4})(?!$)", "$1:");
            return Ip.read(groups).toCanonicalString() + "/" + length;
        }
        return name;
    }

    private static List<String> backwards(String name, String suffix) {
        List<String> labels = new ArrayList<>(
                List.of(name.substring(0, name.length() - suffix.length()).split("\\.")));
        Collections.reverse(labels);
        return labels;
    }
}
