package mcnet.reach.packet;

import inet.ipaddr.IPAddress;
import java.math.BigInteger;

/** An address as a number of 128 bits, for comparing many of them cheaply; IPv4 has the lowest 32. */
public record AddressNumber(long high, long low) implements Comparable<AddressNumber> {

    public static AddressNumber of(IPAddress address) {
        BigInteger value = address.getValue();
        return new AddressNumber(value.shiftRight(Long.SIZE).longValue(), value.longValue());
    }

    @Override
    public int compareTo(AddressNumber other) {
        int first = Long.compareUnsigned(high, other.high);
        return first == 0 ? Long.compareUnsigned(low, other.low) : first;
    }

    /** The one after it; it must not be the last of all. */
    AddressNumber next() {
        return new AddressNumber(low == -1 ? high + 1 : high, low + 1);
    }

    /** The one before it; it must not be zero. */
    AddressNumber previous() {
        return new AddressNumber(low == 0 ? high - 1 : high, low - 1);
    }

    BigInteger value() {
        return new BigInteger(1, java.nio.ByteBuffer.allocate(2 * Long.BYTES).putLong(high).putLong(low).array());
    }
}
