package mcnet.reach.packet;

import java.util.ArrayList;
import java.util.List;

/**
 * All packets whose fields lie in these ranges.
 *
 * @param source of the same family as the destination
 * @param protocol numbers of {@link Protocols}
 * @param from source ports, or types of ICMP
 * @param to destination ports, or codes of ICMP
 */
public record PacketBox(AddressBlock source, AddressBlock destination, NumberRange protocol, NumberRange from,
        NumberRange to) {

    boolean overlaps(PacketBox other) {
        return protocol.overlaps(other.protocol) && from.overlaps(other.from) && to.overlaps(other.to)
                && overlaps(source, other.source) && overlaps(destination, other.destination);
    }

    private static boolean overlaps(AddressBlock one, AddressBlock other) {
        return one.ipv6() == other.ipv6() && one.first().compareTo(other.last()) <= 0
                && other.first().compareTo(one.last()) <= 0;
    }

    boolean contains(PacketBox other) {
        return source.contains(other.source) && destination.contains(other.destination)
                && protocol.contains(other.protocol) && from.contains(other.from) && to.contains(other.to);
    }

    /** It must overlap. */
    PacketBox intersection(PacketBox other) {
        return new PacketBox(source.intersection(other.source).orElseThrow(),
                destination.intersection(other.destination).orElseThrow(), protocol.intersection(other.protocol),
                from.intersection(other.from), to.intersection(other.to));
    }

    /** What is left of it without another one, as boxes that lie apart: one dimension after the other is cut off. */
    void without(PacketBox other, List<PacketBox> left) {
        if (!overlaps(other)) {
            left.add(this);
            return;
        }
        PacketBox rest = this;
        for (AddressBlock part : source.without(other.source)) left.add(rest.from(part));
        rest = rest.from(source.intersection(other.source).orElseThrow());
        for (AddressBlock part : destination.without(other.destination)) left.add(rest.to(part));
        rest = rest.to(destination.intersection(other.destination).orElseThrow());
        for (NumberRange part : cut(protocol, other.protocol))
            left.add(new PacketBox(rest.source, rest.destination, part, from, to));
        NumberRange protocols = protocol.intersection(other.protocol);
        for (NumberRange part : cut(from, other.from))
            left.add(new PacketBox(rest.source, rest.destination, protocols, part, to));
        NumberRange sources = from.intersection(other.from);
        for (NumberRange part : cut(to, other.to))
            left.add(new PacketBox(rest.source, rest.destination, protocols, sources, part));
    }

    private static List<NumberRange> cut(NumberRange whole, NumberRange gone) {
        List<NumberRange> left = new ArrayList<>(2);
        if (whole.first() < gone.first()) left.add(new NumberRange(whole.first(), gone.first() - 1));
        if (whole.last() > gone.last()) left.add(new NumberRange(gone.last() + 1, whole.last()));
        return left;
    }

    /** The same from other addresses. */
    public PacketBox from(AddressBlock other) {
        return new PacketBox(other, destination, protocol, from, to);
    }

    /** The same to other addresses. */
    public PacketBox to(AddressBlock other) {
        return new PacketBox(source, other, protocol, from, to);
    }

    /** The same to other ports. */
    public PacketBox toPorts(NumberRange other) {
        return new PacketBox(source, destination, protocol, from, other);
    }

    /** The same from other ports. */
    public PacketBox fromPorts(NumberRange other) {
        return new PacketBox(source, destination, protocol, other, to);
    }

    /** From an address to itself, and nothing else. */
    boolean isToItself() {
        return source.isSingle() && source.equals(destination);
    }
}
