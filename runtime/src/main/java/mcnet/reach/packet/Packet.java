package mcnet.reach.packet;

/**
 * One packet, as a witness.
 *
 * @param protocol a number of {@link Protocols}
 * @param from its source port, or the type of ICMP
 * @param to its destination port, or the code of ICMP
 */
public record Packet(AddressBlock source, AddressBlock destination, int protocol, int from, int to) {

    /** The set that holds it alone. */
    public PacketSet alone() {
        return PacketSet.of(new PacketBox(source, destination, NumberRange.of(protocol), NumberRange.of(from),
                NumberRange.of(to)));
    }

    /** {@code tcp from 10.42.1.2 port 1024 to 10.42.2.2 port 22}. */
    public String text() {
        boolean ported = protocol == Protocols.TCP || protocol == Protocols.UDP;
        String kind = protocol == Protocols.ICMP
                ? " " + Protocols.typeOf(from) + "/" + Protocols.typeOf(to)
                : "";
        return Protocols.name(protocol, source.ipv6()) + kind + " from " + source.text()
                + (ported ? " port " + from : "") + " to " + destination.text() + (ported ? " port " + to : "");
    }
}
