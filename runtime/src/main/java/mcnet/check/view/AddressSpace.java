package mcnet.check.view;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import mcnet.model.Value;

/** Stretches of addresses. */
public final class AddressSpace {
    private AddressSpace() {}

    public static IPAddressSeqRange of(Value.Interface address) {
        return of(address.subnet());
    }

    public static IPAddressSeqRange of(Value.Subnet subnet) {
        return of(subnet.subnet());
    }

    /** From the network's own address to its last. */
    public static IPAddressSeqRange of(IPAddress block) {
        return block.getLower().withoutPrefixLength().spanWithRange(block.getUpper().withoutPrefixLength());
    }

    /** Whether two networks have addresses in common: then one lies within the other. */
    public static boolean overlap(Value.Interface one, Value.Interface other) {
        return one.address().prefixContains(other.address()) || other.address().prefixContains(one.address());
    }

    /** @param address with the length of its network */
    public static boolean isBroadcast(IPAddress address) {
        return address.isIPv4() && address.getPrefixLength() < 31 && address.includesMaxHost();
    }

    /** The last address of an IPv4 network, which all its hosts listen to. */
    public static boolean isBroadcast(IPAddress address, IPAddressSeqRange network) {
        return address.isIPv4() && network.getCount().intValue() > 2 && address.equals(network.getUpper());
    }
}
