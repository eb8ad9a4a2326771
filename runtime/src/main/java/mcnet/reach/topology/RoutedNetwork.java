package mcnet.reach.topology;

import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.check.view.NetworkView;
import mcnet.reach.packet.AddressBlocks;
import mcnet.schema.Family;

/**
 * A network with its router.
 *
 * @param key its name, with its project in front
 * @param subnets the prefixes that the file says
 * @param uplink empty: it has none, or nothing is known about it
 * @param uplinkDoubt why nothing is known about the way over its uplink
 * @param outside where its router sends from, for each family with NAT: one address, or all that the server may choose
 * @param groups its hosts by the rules that hold for them
 * @param peers keys of the networks it has a peering with
 * @param unknown what of its addresses is not in the file; empty: everything is
 */
public record RoutedNetwork(String key, NetworkView view, AddressBlocks subnets, Optional<UplinkSegment> uplink,
        Optional<String> uplinkDoubt, AddressBlocks outside, List<HostGroup> groups, Set<String> peers,
        List<String> unknown) {

    /** Its addresses are not those that others see. */
    public boolean hides(boolean ipv6) {
        return view.hidden(ipv6 ? Family.IPV6 : Family.IPV4);
    }

    /** Its router sends to a gateway outside. */
    public boolean leadsOut(boolean ipv6) {
        return uplink.isPresent() && uplink.get().leadsOut(ipv6);
    }

    public String title() {
        return "network " + key;
    }

    /** There is no way between it and the outside. */
    public boolean isIsolated() {
        return uplink.isEmpty() && uplinkDoubt.isEmpty();
    }
}
