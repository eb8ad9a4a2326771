package mcnet.check;

import java.util.List;
import mcnet.schema.Family;

/** The two families and the blocks that are named after them. */
final class Families {
    static final List<Family> BOTH = List.of(Family.IPV4, Family.IPV6);

    private Families() {}

    static String block(Family family) {
        return family == Family.IPV6 ? "ipv6" : "ipv4";
    }

    static String path(Family family, String attribute) {
        return block(family) + "." + attribute;
    }

    static String name(Family family) {
        return family == Family.IPV6 ? "IPv6" : "IPv4";
    }
}
