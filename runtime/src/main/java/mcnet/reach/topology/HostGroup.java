package mcnet.reach.topology;

import java.util.List;
import java.util.Optional;
import mcnet.check.view.AclView;
import mcnet.diagnostic.Span;
import mcnet.model.Statement.Otherwise;
import mcnet.reach.packet.AddressBlocks;

/**
 * NICs on one network that the same rules hold for: one that the file names, those of a profile, or all others. A NIC has
 * its own ACLs and those of its network, and its own defaults before those of its network
 * ({@code lxd/network/driver_ovn.go InstanceDevicePortStart}).
 *
 * @param title {@code instance db1}, {@code network web} for those that the file does not name
 * @param network the key of its network
 * @param addresses those that its NICs have or may get
 * @param acls without those that others manage
 * @param unknownAcls what keeps its rules from being known; empty: they are
 * @param egress the default that holds where it has ACLs; empty: the server's, reject
 */
public record HostGroup(String title, String network, AddressBlocks addresses, List<AclView> acls, String unknownAcls,
        Optional<Otherwise> egress, Optional<Otherwise> ingress, Span span) {

    public boolean hasAcls() {
        return !acls.isEmpty();
    }

    /** Only these of its addresses. */
    public HostGroup at(AddressBlocks some) {
        return new HostGroup(title, network, addresses.intersection(some), acls, unknownAcls, egress, ingress, span);
    }
}
