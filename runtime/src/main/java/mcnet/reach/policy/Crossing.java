package mcnet.reach.policy;

import java.util.Optional;
import mcnet.reach.topology.HostGroup;

/**
 * A way through the switch of a network.
 *
 * @param from empty: the port of the router
 * @param to empty: the port of the router
 */
public record Crossing(Optional<HostGroup> from, Optional<HostGroup> to) {

    public static Crossing inside(HostGroup from, HostGroup to) {
        return new Crossing(Optional.of(from), Optional.of(to));
    }

    public static Crossing leaving(HostGroup from) {
        return new Crossing(Optional.of(from), Optional.empty());
    }

    public static Crossing entering(HostGroup to) {
        return new Crossing(Optional.empty(), Optional.of(to));
    }

    /** Both ends are NICs of the network. */
    boolean isInside() {
        return from.isPresent() && to.isPresent();
    }
}
