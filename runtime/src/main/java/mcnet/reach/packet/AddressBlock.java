package mcnet.reach.packet;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import inet.ipaddr.ipv4.IPv4Address;
import inet.ipaddr.ipv6.IPv6Address;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** All addresses of one family from the first to the last, both included. */
public record AddressBlock(boolean ipv6, AddressNumber first, AddressNumber last) {
    private static final AddressNumber ZERO = new AddressNumber(0, 0);

    /** Every IPv4 address. */
    public static final AddressBlock IPV4 = new AddressBlock(false, ZERO, new AddressNumber(0, 0xffffffffL));
    /** Every IPv6 address. */
    public static final AddressBlock IPV6 = new AddressBlock(true, ZERO, new AddressNumber(-1, -1));

    /** @param block an address, or a network with its length */
    public static AddressBlock of(IPAddress block) {
        return new AddressBlock(block.isIPv6(), AddressNumber.of(block.getLower()),
                AddressNumber.of(block.getUpper()));
    }

    public static AddressBlock of(IPAddressSeqRange range) {
        return new AddressBlock(range.getLower().isIPv6(), AddressNumber.of(range.getLower()),
                AddressNumber.of(range.getUpper()));
    }

    boolean contains(AddressBlock other) {
        return ipv6 == other.ipv6 && first.compareTo(other.first) <= 0 && other.last.compareTo(last) <= 0;
    }

    /** One address. */
    public boolean isSingle() {
        return first.equals(last);
    }

    Optional<AddressBlock> intersection(AddressBlock other) {
        if (ipv6 != other.ipv6) return Optional.empty();
        AddressNumber from = first.compareTo(other.first) >= 0 ? first : other.first;
        AddressNumber to = last.compareTo(other.last) <= 0 ? last : other.last;
        return from.compareTo(to) > 0 ? Optional.empty() : Optional.of(new AddressBlock(ipv6, from, to));
    }

    /** What is left of it without another one: up to two blocks. */
    List<AddressBlock> without(AddressBlock other) {
        if (intersection(other).isEmpty()) return List.of(this);
        List<AddressBlock> left = new ArrayList<>();
        if (first.compareTo(other.first) < 0) left.add(new AddressBlock(ipv6, first, other.first.previous()));
        if (last.compareTo(other.last) > 0) left.add(new AddressBlock(ipv6, other.last.next(), last));
        return left;
    }

    /** {@code 10.42.1.0/24}, {@code 10.42.1.10} or {@code 10.42.1.2-10.42.1.9}. */
    public String text() {
        IPAddress from = address(first);
        if (isSingle()) return from.toCanonicalString();
        IPAddressSeqRange range = from.spanWithRange(address(last));
        IPAddress network = range.coverWithPrefixBlock();
        return network.getLower().withoutPrefixLength().equals(from)
                && network.getUpper().withoutPrefixLength().equals(range.getUpper())
                        ? network.toCanonicalString()
                        : from.toCanonicalString() + "-" + range.getUpper().toCanonicalString();
    }

    private IPAddress address(AddressNumber number) {
        return ipv6 ? new IPv6Address(number.value()) : new IPv4Address((int) number.low());
    }
}
