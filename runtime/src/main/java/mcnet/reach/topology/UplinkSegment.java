package mcnet.reach.topology;

import mcnet.reach.packet.AddressBlocks;

/**
 * The segment that routers of networks have in common.
 *
 * @param subnet of its gateways; empty where the file does not say them
 * @param neighbors hosts on the segment: its addresses without gateways, routers of networks and listen addresses
 * @param routes what the routers of the site send to it
 * @param known whether the file says a gateway
 */
public record UplinkSegment(String name, AddressBlocks subnet, AddressBlocks neighbors, AddressBlocks routes,
        boolean known) {

    /** Whether routers of networks have a way out in this family: LXD makes a default route only to a gateway. */
    public boolean leadsOut(boolean ipv6) {
        return !subnet.of(ipv6).isEmpty();
    }

    public String title() {
        return "uplink " + name;
    }
}
