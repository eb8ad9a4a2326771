package mcnet.check.view;

import java.util.List;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import mcnet.schema.Family;

/** The two families and the blocks that are named after them. */
public final class FamilyBlocks {
    public static final List<Family> BOTH = List.of(Family.IPV4, Family.IPV6);

    /** By attribute: rules ask for the same few paths of every network, and a text that is there keeps its hash. */
    private static final Map<String, String> PATHS4 = new ConcurrentHashMap<>();
    private static final Map<String, String> PATHS6 = new ConcurrentHashMap<>();

    private FamilyBlocks() {}

    public static String block(Family family) {
        return family == Family.IPV6 ? "ipv6" : "ipv4";
    }

    public static String path(Family family, String attribute) {
        return family == Family.IPV6
                ? PATHS6.computeIfAbsent(attribute, a -> "ipv6." + a)
                : PATHS4.computeIfAbsent(attribute, a -> "ipv4." + a);
    }

    public static String name(Family family) {
        return family == Family.IPV6 ? "IPv6" : "IPv4";
    }
}
