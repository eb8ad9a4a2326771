package mcnet.check;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import mcnet.model.Value;

/** Stretches of addresses. */
final class Space {
    private Space() {}

    static IPAddressSeqRange of(Value.Interface address) {
        return of(address.subnet());
    }

    static IPAddressSeqRange of(Value.Subnet subnet) {
        return of(subnet.subnet());
    }

    /** From the network's own address to its last. */
    static IPAddressSeqRange of(IPAddress block) {
        return block.getLower().withoutPrefixLength().spanWithRange(block.getUpper().withoutPrefixLength());
    }

    /** The last address of an IPv4 network, which all its hosts listen to. */
    static boolean isBroadcast(IPAddress address, IPAddressSeqRange network) {
        return address.isIPv4() && network.getCount().intValue() > 2 && address.equals(network.getUpper());
    }
}
