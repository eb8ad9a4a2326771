package mcnet.lxd;

import java.util.Map;

/**
 * One word of the language, {@code dhcp = stateful}, is two keys of the server. Stateful DHCP is what the second one says
 * while DHCP is on, which it is unless it was switched off.
 */
final class StatefulDhcp {
    static final String KEY = "ipv6.dhcp";
    static final String PART = "ipv6.dhcp.stateful";
    private static final String STATEFUL = "stateful";

    private StatefulDhcp() {}

    static String read(Map<String, String> config) {
        String value = config.getOrDefault(KEY, "");
        return LxdConfig.isTrue(config.get(PART)) && (value.isEmpty() || LxdConfig.isTrue(value)) ? STATEFUL : value;
    }

    static void write(Map<String, String> config, String value) {
        boolean stateful = value.equals(STATEFUL);
        config.put(KEY, stateful ? "true" : value);
        config.put(PART, stateful ? "true" : "");
    }

    /** It is set while DHCP is off. */
    static boolean isUntold(Map<String, String> config) {
        return LxdConfig.isTrue(config.get(PART)) && !read(config).equals(STATEFUL);
    }
}
