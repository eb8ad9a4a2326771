package mcnet.reach.verdict;

import mcnet.reach.packet.PacketSet;
import mcnet.reach.topology.HostGroup;
import mcnet.reach.topology.RoutedNetwork;
import mcnet.reach.topology.Topology;

/**
 * Why nothing leads from one party to another, and what would.
 *
 * @param fix empty: nothing that a line of the file could change
 */
public record NoWay(String why, String fix) {

    static NoWay of(PairAnswer pair, PacketSet stopped, Topology topology) {
        if (pair.to() instanceof Party.Listener(var listener, var _))
            return new NoWay(pair.ways().isEmpty() && pair.from() instanceof Party.Hosts(HostGroup group)
                    && topology.of(group).isIsolated()
                            ? topology.of(group).title() + " has no uplink"
                            : listener.title() + " does not forward it",
                    "forward it in " + listener.network().title());
        boolean ipv6 = stopped.boxes().getFirst().source().ipv6();
        if (pair.to() instanceof Party.Hosts(HostGroup group)) {
            RoutedNetwork target = topology.of(group);
            String hidden = target.isIsolated()
                    ? target.title() + " has no uplink"
                    : target.hides(ipv6)
                            ? target.title() + " hides its addresses (nat)"
                            : target.title() + " has no way from outside";
            if (pair.from() instanceof Party.Hosts(HostGroup from))
                return new NoWay("the networks have no peering, and " + hidden,
                        "add peer " + from.network() + " <-> " + group.network());
            return new NoWay(hidden, target.isIsolated() ? "" : "add a forward to " + target.title());
        }
        if (pair.from() instanceof Party.Hosts(HostGroup from) && topology.of(from).isIsolated())
            return new NoWay(topology.of(from).title() + " has no uplink", "");
        String family = ipv6 ? "IPv6" : "IPv4";
        return new NoWay("the uplink of " + pair.from().title() + " has no gateway for " + family,
                "add one to the uplink");
    }
}
