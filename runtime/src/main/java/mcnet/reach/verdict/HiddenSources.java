package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.IdentityHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.AddressBlocks;
import mcnet.reach.packet.NumberRange;
import mcnet.reach.packet.PacketBox;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.packet.Protocols;
import mcnet.reach.policy.Bound;
import mcnet.reach.policy.Crossing;
import mcnet.reach.policy.Policy;
import mcnet.reach.topology.HostGroup;

/**
 * What gets into a network from senders behind NAT. Where the file does not say the address of their router, it may be any
 * that the server could choose; NAT may change a source port too.
 */
final class HiddenSources {
    private final Policy policy;
    private final Map<HostGroup, Map<AddressBlocks, Entry>> entries = new IdentityHashMap<>();

    HiddenSources(Policy policy) {
        this.policy = policy;
    }

    /**
     * Packets that get in, whatever their source was before.
     *
     * @param certain from each address that the router may have
     * @param possible from some
     */
    record Entry(PacketSet certain, PacketSet possible, Set<String> reasons) {}

    /**
     * @param crossing from the router to a group
     * @param outside the addresses that the sender's router may have
     */
    Entry entering(Crossing crossing, AddressBlocks outside) {
        return entries.computeIfAbsent(crossing.to().orElseThrow(), _ -> new HashMap<>()).computeIfAbsent(outside,
                _ -> computed(crossing, outside));
    }

    private Entry computed(Crossing crossing, AddressBlocks outside) {
        PacketSet seen = PacketSet.NONE;
        for (PacketBox box : PacketSet.between(outside, crossing.to().orElseThrow().addresses()).boxes())
            for (int protocol = Protocols.TCP; protocol <= Protocols.OTHER; protocol++)
                seen = seen.union(new PacketBox(box.source(), box.destination(), NumberRange.of(protocol), box.from(),
                        box.to()));
        PacketSet refused = seen.without(policy.admitted(seen, crossing, Bound.CERTAIN));
        PacketSet let = policy.admitted(seen, crossing, Bound.POSSIBLE);
        Set<String> reasons = new LinkedHashSet<>(policy.reasons(seen, crossing));
        if (outside.blocks().stream().anyMatch(b -> !b.isSingle()))
            reasons.add("the address outside of the sender's network is not in the file");
        return new Entry(anySource(seen).without(anySource(refused)), anySource(let), reasons);
    }

    private static PacketSet anySource(PacketSet packets) {
        List<PacketBox> all = new ArrayList<>();
        for (PacketBox box : packets.boxes()) {
            PacketBox from = box.from(box.source().ipv6() ? AddressBlock.IPV6 : AddressBlock.IPV4);
            all.add(from.protocol().last() <= Protocols.UDP ? from.fromPorts(Protocols.ANY) : from);
        }
        return new PacketSet(all);
    }
}
