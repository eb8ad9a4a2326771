package mcnet.lab;

import java.util.Collection;
import java.util.List;
import java.util.OptionalInt;
import java.util.stream.IntStream;

/**
 * The addresses of a lab, which follow from its number. Number 0 is the default lab's; others are for labs beside it.
 *
 * @param number 0 to {@link #LAST}
 */
public record AddressPlan(int number) {

    public static final int DEFAULT = 0;
    public static final int LAST = 254;

    /** The first number that is not taken, for a lab that stands beside the default one. */
    public static OptionalInt firstFree(Collection<Integer> taken) {
        return IntStream.rangeClosed(DEFAULT + 1, LAST).filter(n -> !taken.contains(n)).findFirst();
    }

    public Range management() {
        return range("10.77." + number, ".254");
    }

    public Range underlay() {
        return range("10.88." + number, ".254");
    }

    public Range uplink() {
        return range(number == DEFAULT ? "198.51.100" : "198.18." + number, ".1");
    }

    public Range uplink6() {
        String prefix = number == DEFAULT ? "2001:db8::" : "2001:db8:" + number + "::";
        return new Range(prefix + "/64", prefix + "1", prefix, 64);
    }

    public List<LabMember> members(int count) {
        return IntStream.rangeClosed(1, count).mapToObj(this::member).toList();
    }

    /** The one with OVN's databases, and the first of the LXD cluster. */
    public LabMember central() {
        return member(1);
    }

    private LabMember member(int i) {
        return new LabMember("micro" + i, management().address(i), underlay().address(i), i == 3 ? "enp5s0" : "eth0");
    }

    /** What the engine calls a member's uplink address. The member drops it; it lies beyond what OVN is given. */
    public String reservedUplink(LabMember member) {
        int i = Integer.parseInt(member.name().substring("micro".length()));
        return uplink().address(240 + i);
    }

    private static Range range(String prefix, String host) {
        return new Range(prefix + ".0/24", prefix + host, prefix + ".", 24);
    }

    /**
     * One network of the engine.
     *
     * @param subnet in CIDR
     * @param gateway the address of the machine that runs the lab; on the uplink it is the fabric's
     * @param prefix what every address in it begins with
     * @param length the length of the network's prefix in bits
     */
    public record Range(String subnet, String gateway, String prefix, int length) {

        public String address(int i) {
            return prefix + i;
        }

        public String withLength(String address) {
            return address + "/" + length;
        }
    }
}
