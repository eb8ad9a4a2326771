package mcnet.reach.packet;

import java.util.List;
import mcnet.model.Ports;
import mcnet.model.Traffic;

/**
 * The protocols that rules tell apart, as numbers, and how the two numbers of a packet are read: ports of TCP and UDP, type
 * and code of ICMP. A type of ICMP has 256 values and a port 65,536: the last type, 255, stands for all numbers from 255
 * on, so that no set holds a packet that cannot be.
 */
public final class Protocols {
    public static final int TCP = 0;
    public static final int UDP = 1;
    public static final int ICMP = 2;
    /** Any other, without ports. */
    public static final int OTHER = 3;

    public static final NumberRange ALL = new NumberRange(TCP, OTHER);
    /** All ports. */
    public static final NumberRange ANY = new NumberRange(0, 65535);

    private static final int LAST_TYPE = 255;

    private Protocols() {}

    /** Packets of one sort, between any addresses; empty ports are all. */
    public static PacketSet of(Traffic traffic, List<Ports> sourcePorts) {
        return switch (traffic.protocol()) {
            case TCP -> ported(TCP, sourcePorts, traffic.ports());
            case UDP -> ported(UDP, sourcePorts, traffic.ports());
            case ICMP4 -> icmp(AddressBlock.IPV4, traffic);
            case ICMP6 -> icmp(AddressBlock.IPV6, traffic);
        };
    }

    private static PacketSet ported(int protocol, List<Ports> from, List<Ports> to) {
        PacketSet all = PacketSet.NONE;
        for (NumberRange source : ranges(from))
            for (NumberRange target : ranges(to))
                for (AddressBlock family : AddressBlocks.ALL.blocks())
                    all = all.union(new PacketBox(family, family, NumberRange.of(protocol), source, target));
        return all;
    }

    private static List<NumberRange> ranges(List<Ports> ports) {
        return ports.isEmpty() ? List.of(ANY) : ports.stream().map(p -> new NumberRange(p.first(), p.last())).toList();
    }

    private static PacketSet icmp(AddressBlock family, Traffic traffic) {
        return PacketSet.of(new PacketBox(family, family, NumberRange.of(ICMP),
                traffic.type().isPresent() ? type(traffic.type().getAsInt()) : ANY,
                traffic.code().isPresent() ? type(traffic.code().getAsInt()) : ANY));
    }

    private static NumberRange type(int number) {
        return new NumberRange(number, number == LAST_TYPE ? ANY.last() : number);
    }

    static int typeOf(int number) {
        return Math.min(number, LAST_TYPE);
    }

    static String name(int protocol, boolean ipv6) {
        return switch (protocol) {
            case TCP -> "tcp";
            case UDP -> "udp";
            case ICMP -> ipv6 ? "icmp6" : "icmp4";
            default -> "another protocol";
        };
    }
}
