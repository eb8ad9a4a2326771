package mcnet.lxd;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * The lease time of DHCP, in seconds in the language. Bridges hand the key to dnsmasq, which takes a number of seconds or
 * one with a unit ({@code dhcp-range} in its manual); OVN networks of Incus want units, in Go's way ({@code
 * internal/server/network/driver_ovn.go}). A number with {@code s} is right for both.
 */
final class LeaseTime {
    /** The end of its key. */
    static final String KEY = ".dhcp.expiry";
    private static final Pattern PART = Pattern.compile("(\\d{1,9})([smhdw]?)");
    private static final Pattern WHOLE = Pattern.compile("\\d{1,9}[mhdw]?|(?:\\d{1,9}[smhdw])+");

    private LeaseTime() {}

    /** What the language has for it; what is no number of seconds stays, {@code infinite}. */
    static String read(String value) {
        if (!WHOLE.matcher(value).matches()) return value;
        long seconds = 0;
        Matcher parts = PART.matcher(value);
        while (parts.find()) seconds += Long.parseLong(parts.group(1)) * unit(parts.group(2));
        return String.valueOf(seconds);
    }

    /** What the server takes. */
    static String write(String value) {
        return value.matches("\\d+") ? value + "s" : value;
    }

    private static long unit(String letter) {
        return switch (letter) {
            case "m" -> 60;
            case "h" -> 3_600;
            case "d" -> 86_400;
            case "w" -> 604_800;
            default -> 1;
        };
    }
}
