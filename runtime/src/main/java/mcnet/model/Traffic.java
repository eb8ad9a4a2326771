package mcnet.model;

import java.util.List;
import java.util.OptionalInt;
import mcnet.diagnostic.Span;

/**
 * What kind of packets.
 *
 * @param ports destination ports; empty: all of them, and always so for ICMP
 * @param type ICMP's type; empty: all of them, and always so for TCP and UDP
 * @param code ICMP's code; empty: all of them
 */
public record Traffic(Protocol protocol, List<Ports> ports, OptionalInt type, OptionalInt code, Span span) {

    /** The protocols that the server tells apart. */
    public enum Protocol {
        TCP, UDP, ICMP4, ICMP6
    }

    public Traffic {
        ports = List.copyOf(ports);
    }
}
