package mcnet.reach.topology;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import mcnet.check.view.ProgramView;
import mcnet.reach.packet.AddressBlocks;

/**
 * All networks of a program and their ways.
 *
 * @param networks by key, in the order of the text; those of others last
 * @param internet addresses behind the gateways that no network, uplink or route of the file holds
 */
public record Topology(ProgramView program, Map<String, RoutedNetwork> networks, Map<String, UplinkSegment> uplinks,
        List<ListenAddress> listeners, AddressBlocks internet) {

    public Collection<RoutedNetwork> all() {
        return networks.values();
    }

    public RoutedNetwork of(HostGroup group) {
        return networks.get(group.network());
    }

    /** @param name as the text says it, with its project in front where that is another one */
    public Optional<RoutedNetwork> network(String name, String project) {
        RoutedNetwork own = project.isEmpty() ? null : networks.get(project + "." + name);
        return Optional.ofNullable(own == null ? networks.get(name) : own);
    }
}
