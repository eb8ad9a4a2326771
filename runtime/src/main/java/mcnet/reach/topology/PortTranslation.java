package mcnet.reach.topology;

import java.util.Optional;
import mcnet.diagnostic.Span;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.NumberRange;

/**
 * Ports of a listen address and where they lead.
 *
 * @param protocol a number of {@link mcnet.reach.packet.Protocols}
 * @param listen the ports outside
 * @param first the port inside that the first one leads to
 * @param spread whether each port has one of its own inside; else all lead to the first
 * @param target empty: the address of the instance is not in the file
 */
public record PortTranslation(int protocol, NumberRange listen, int first, boolean spread,
        Optional<AddressBlock> target, Span span) {

    /** The ports inside. */
    public NumberRange inside() {
        return new NumberRange(first, spread ? first + listen.last() - listen.first() : first);
    }

    /** Ports inside as the ports outside that lead to them. */
    public NumberRange outside(NumberRange ports) {
        return spread
                ? new NumberRange(ports.first() - first + listen.first(), ports.last() - first + listen.first())
                : listen;
    }

    /** The port inside that a port outside leads to. */
    public int inside(int port) {
        return spread ? port - listen.first() + first : first;
    }
}
