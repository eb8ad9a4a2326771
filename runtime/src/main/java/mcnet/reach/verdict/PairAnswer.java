package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.reach.packet.Packet;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.policy.PacketDecision;
import mcnet.reach.policy.Policy;

/**
 * What of some packets gets from one party to another.
 *
 * @param asked the packets that the question is about; empty: there are none
 * @param ways none: nothing leads there
 */
public record PairAnswer(Party from, Party to, PacketSet asked, List<Passage> ways) {

    /** Packets that arrive, whichever host has the address. */
    public PacketSet certain() {
        PacketSet all = PacketSet.NONE;
        for (Passage way : ways) all = all.union(way.certain());
        if (ways.size() > 1)
            for (Passage way : ways) all = all.without(way.carried().without(way.certain()));
        return all;
    }

    /** Packets that may arrive. */
    public PacketSet possible() {
        PacketSet all = PacketSet.NONE;
        for (Passage way : ways) all = all.union(way.possible());
        return all;
    }

    /** What rests on something that is not in the file. */
    public PacketSet doubtful() {
        return possible().without(certain());
    }

    public PacketSet stopped() {
        return asked.without(possible()).withoutOwn();
    }

    /** Everything surely arrives. */
    public boolean isWhole() {
        return !asked.isEmpty() && asked.without(certain()).withoutOwn().isEmpty();
    }

    /** Nothing arrives, surely. */
    public boolean isNone() {
        return possible().isEmpty();
    }

    /** Why not everything is certain. */
    public Set<String> reasons() {
        Set<String> all = new LinkedHashSet<>();
        for (Passage way : ways) if (!way.possible().without(way.certain()).isEmpty()) all.addAll(way.reasons());
        return all;
    }

    /** The way of one packet, up to where it stops; empty: no way takes it. */
    public List<Hop> trace(Packet packet, Policy policy) {
        Optional<Passage> way = ways.stream().filter(w -> w.carried().overlaps(packet.alone())).findFirst();
        List<Hop> hops = new ArrayList<>();
        Packet now = packet;
        for (Stage stage : way.map(Passage::stages).orElse(List.of())) {
            Packet here = now;
            PacketDecision decision = stage.crossing().map(c -> policy.decision(here, c))
                    .orElse(new PacketDecision(true, "", Optional.empty()));
            hops.add(new Hop(stage.title(), decision));
            if (!decision.passes()) break;
            now = stage.change().apply(now);
        }
        return hops;
    }
}
