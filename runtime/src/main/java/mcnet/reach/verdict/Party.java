package mcnet.reach.verdict;

import java.util.Optional;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.AddressBlocks;
import mcnet.reach.topology.HostGroup;
import mcnet.reach.topology.ListenAddress;
import mcnet.reach.topology.UplinkSegment;

/** One end of a question: hosts that all answers are the same for. */
public sealed interface Party {

    /** As messages call it. */
    String title();

    AddressBlocks addresses();

    /** NICs on a network of the file. */
    record Hosts(HostGroup group) implements Party {
        @Override
        public String title() {
            return group.title();
        }

        @Override
        public AddressBlocks addresses() {
            return group.addresses();
        }
    }

    /**
     * Hosts that no network of the file has.
     *
     * @param segment the uplink whose segment they are on; empty: behind a gateway
     */
    record Outside(Optional<UplinkSegment> segment, AddressBlocks addresses) implements Party {
        @Override
        public String title() {
            return segment.map(UplinkSegment::title).orElse("the internet");
        }
    }

    /**
     * The address of a forward or balancer.
     *
     * @param behind the addresses inside that are asked about; what it sends elsewhere counts for nothing
     */
    record Listener(ListenAddress listener, AddressBlocks behind) implements Party {
        public Listener(ListenAddress listener) {
            this(listener, AddressBlocks.ALL);
        }

        @Override
        public String title() {
            return listener.title();
        }

        @Override
        public AddressBlocks addresses() {
            return AddressBlocks.of(listener.address());
        }
    }

    /**
     * Something that the file says too little about, or that no packet has as its end.
     *
     * @param why one clause
     * @param addresses those it may have
     */
    record Unknown(String title, String why, AddressBlocks addresses) implements Party {}

    /** Only these of its addresses; empty: it has none of them. */
    default Optional<Party> at(AddressBlocks some) {
        AddressBlocks left = addresses().intersection(some);
        if (left.isEmpty()) return Optional.empty();
        return Optional.of(switch (this) {
            case Hosts h -> new Hosts(h.group.at(some));
            case Outside o -> new Outside(o.segment, left);
            case Listener l -> l;
            case Unknown u -> new Unknown(u.title, u.why, left);
        });
    }

    /** Whether a packet to or from this address may be one of its. */
    default boolean has(AddressBlock address) {
        return addresses().contains(address);
    }
}
