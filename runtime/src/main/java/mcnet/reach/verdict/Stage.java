package mcnet.reach.verdict;

import java.util.Optional;
import java.util.function.UnaryOperator;
import mcnet.reach.packet.Packet;
import mcnet.reach.policy.Crossing;

/**
 * One hop of a way.
 *
 * @param title {@code leaves network web}
 * @param crossing the switch whose ACLs decide here; empty: nothing decides
 * @param change the packet as it is from here on: after NAT, after a forward
 */
public record Stage(String title, Optional<Crossing> crossing, UnaryOperator<Packet> change) {

    static Stage at(String title, Crossing crossing) {
        return new Stage(title, Optional.of(crossing), UnaryOperator.identity());
    }
}
