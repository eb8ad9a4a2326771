package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import mcnet.reach.packet.Packet;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.topology.Topology;

/**
 * The answer to one question, with an example of what arrives and one of what does not.
 *
 * @param from as the question says it
 * @param kinds as the question says them; empty: everything
 * @param arrives empty: nothing surely does
 * @param stops empty: nothing surely does not
 * @param byListeners what the addresses of forwards and balancers lead there; the verdict is about its own addresses alone
 */
public record ReachAnswer(String from, String to, String kinds, ReachVerdict verdict, List<PairAnswer> pairs,
        Optional<TracedPacket> arrives, Optional<TracedPacket> stops, List<PairAnswer> byListeners) {

    /**
     * One packet and its way.
     *
     * @param why what else is to be said of it; empty: nothing
     */
    public record TracedPacket(Packet packet, List<Hop> hops, String why) {}

    /** @param pairs every pair of hosts that the question is about */
    public static ReachAnswer of(String from, String to, String kinds, List<PairAnswer> pairs, Reachability reach) {
        return new ReachAnswer(from, to, kinds, ReachVerdict.of(pairs), pairs,
                pairs.stream().filter(p -> !p.certain().isEmpty()).findFirst()
                        .flatMap(p -> p.certain().witness().map(w -> traced(w, p, reach))),
                pairs.stream().filter(p -> !p.stopped().isEmpty()).findFirst()
                        .flatMap(p -> p.stopped().witness().map(w -> traced(w, p, reach))),
                List.of());
    }

    /** The same with what arrives, or may arrive, by forwards and balancers. */
    public ReachAnswer withListeners(List<PairAnswer> ways) {
        return new ReachAnswer(from, to, kinds, verdict, pairs, arrives, stops,
                ways.stream().filter(p -> !p.possible().isEmpty()).toList());
    }

    private static TracedPacket traced(Packet packet, PairAnswer pair, Reachability reach) {
        List<Hop> hops = pair.trace(packet, reach.policy());
        boolean lost = !pair.possible().overlaps(packet.alone())
                && hops.stream().allMatch(h -> h.decision().passes());
        Topology topology = reach.topology();
        return new TracedPacket(packet, hops, lost ? NoWay.of(pair, packet.alone(), topology).why() : "");
    }

    /** All packets that the question is about. */
    public PacketSet asked() {
        return union(pairs.stream().map(PairAnswer::asked).toList());
    }

    /** What surely arrives. */
    public PacketSet certain() {
        return union(pairs.stream().map(PairAnswer::certain).toList());
    }

    /** What surely does not arrive. */
    public PacketSet stopped() {
        return union(pairs.stream().map(PairAnswer::stopped).toList());
    }

    private static PacketSet union(List<PacketSet> sets) {
        PacketSet all = PacketSet.NONE;
        for (PacketSet each : sets) all = all.union(each);
        return all;
    }

    /** Why not everything is known. */
    public Set<String> reasons() {
        Set<String> all = new LinkedHashSet<>();
        pairs.forEach(p -> all.addAll(p.reasons()));
        return all;
    }

    /** What holds for every answer of this kind. */
    public List<String> assumptions() {
        List<String> all = new ArrayList<>();
        if (pairs.stream().anyMatch(p -> p.from() instanceof Party.Hosts || p.to() instanceof Party.Hosts))
            all.add("instances that the file does not name have no ACLs of their own");
        if (pairs.stream().anyMatch(p -> p.from() instanceof Party.Outside || p.to() instanceof Party.Outside))
            all.add("routers outside send to an uplink what its routes say, and nothing to addresses behind NAT");
        return all;
    }
}
