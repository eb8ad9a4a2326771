package mcnet.link;

import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Optional;
import mcnet.model.Ip;

/**
 * Which part of a fan's overlay a member has: bytes of its address in the underlay follow those of the overlay ({@code
 * lxd/network/driver_bridge.go fanAddress}).
 */
public final class FanAddress {
    /** What LXD takes where nothing is said. */
    public static final String OVERLAY = "240.0.0.0/8";

    private FanAddress() {}

    /**
     * The bridge's address on a member.
     *
     * @param underlay {@code 10.77.0.0/16}; of 16 or 24 bits
     * @param overlay {@code 240.0.0.0/8}; of 8 or 16 bits
     * @param addresses of the member's interfaces
     * @return {@code 240.0.3.1}; empty where the member has no address in the underlay, or the two do not fit
     */
    public static Optional<String> of(String underlay, String overlay, List<String> addresses) {
        IPAddress under = Ip.read(underlay);
        IPAddress over = Ip.read(overlay);
        if (under == null || over == null || !fits(under, over)) return Optional.empty();
        return addresses.stream().map(Ip::read).filter(a -> a != null && a.isIPv4())
                .filter(a -> under.toPrefixBlock().contains(a)).findFirst().map(a -> bridge(under, over, a));
    }

    private static boolean fits(IPAddress under, IPAddress over) {
        return under.getPrefixLength() != null && over.getPrefixLength() != null && under.isIPv4() && over.isIPv4()
                && fits(under.getPrefixLength(), over.getPrefixLength());
    }

    /** Whether the bytes that tell members apart have room behind those of the overlay. */
    public static boolean fits(int underlay, int overlay) {
        return overlay + 32 - underlay + 8 <= 32;
    }

    private static String bridge(IPAddress under, IPAddress over, IPAddress member) {
        byte[] own = member.getBytes();
        byte[] overlay = over.getBytes();
        boolean small = under.getPrefixLength() == 24;
        int second = over.getPrefixLength() == 16 ? overlay[1] : small ? own[3] : own[2];
        int third = over.getPrefixLength() == 8 && small ? 0 : own[3];
        return "%d.%d.%d.1".formatted(overlay[0] & 0xff, second & 0xff, third & 0xff);
    }
}
