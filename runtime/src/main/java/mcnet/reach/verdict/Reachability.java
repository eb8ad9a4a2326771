package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.List;
import mcnet.model.Program;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.reach.packet.NumberRange;
import mcnet.reach.packet.PacketBox;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.packet.Protocols;
import mcnet.reach.policy.Policy;
import mcnet.reach.topology.ListenAddress;
import mcnet.reach.topology.PortTranslation;
import mcnet.reach.topology.Topology;
import mcnet.reach.topology.TopologyReader;

/** Answers about one program. It asks about packets that open something: answers to them are not asked for. */
public final class Reachability {
    private final Topology topology;
    private final Policy policy;
    private final Passages passages;
    private final PartyReader parties;

    private Reachability(Topology topology) {
        this.topology = topology;
        this.policy = new Policy(topology);
        this.passages = new Passages(topology, policy);
        this.parties = new PartyReader(topology);
    }

    /** @param lowered its flows as rules */
    public static Reachability of(Program lowered) {
        return new Reachability(TopologyReader.read(lowered));
    }

    public Topology topology() {
        return topology;
    }

    public Policy policy() {
        return policy;
    }

    public PartyReader parties() {
        return parties;
    }

    /** Every pair of the two ends. */
    public List<PairAnswer> answers(Subject from, Subject to, List<Traffic> traffic) {
        return answers(parties.parties(from, false), parties.parties(to, true), kinds(traffic));
    }

    /** Every pair of the first end and the addresses outside that lead to the second: its forwards and balancers. */
    public List<PairAnswer> answersByListeners(Subject from, Subject to, List<Traffic> traffic) {
        return answers(parties.parties(from, false), parties.listeners(to), kinds(traffic));
    }

    public List<PairAnswer> answers(List<Party> from, List<Party> to, PacketSet kinds) {
        List<PairAnswer> all = new ArrayList<>();
        for (Party source : from) for (Party target : to) all.add(answer(source, target, kinds));
        return all;
    }

    /** One pair. */
    public PairAnswer answer(Party from, Party to, PacketSet kinds) {
        PacketSet asked = PacketSet.between(from.addresses(), to.addresses()).intersection(kinds)
                .without(toItself(from, to)).withoutOwn();
        return new PairAnswer(from, to, asked, passages.between(from, to, asked));
    }

    /** What a host sends to a forward that leads back to it. */
    private static PacketSet toItself(Party from, Party to) {
        PacketSet all = PacketSet.NONE;
        if (from instanceof Party.Hosts(var group) && to instanceof Party.Listener(ListenAddress listener, var _)
                && group.network().equals(listener.network().key()))
            for (PortTranslation each : listener.translations())
                if (each.target().isPresent())
                    all = all.union(new PacketBox(each.target().get(), listener.address(),
                            NumberRange.of(each.protocol()), Protocols.ANY, each.listen()));
        return all;
    }

    /** Packets of these sorts between any addresses; none are all. */
    public static PacketSet kinds(List<Traffic> traffic) {
        if (traffic.isEmpty()) return PacketSet.ALL;
        PacketSet all = PacketSet.NONE;
        for (Traffic each : traffic) all = all.union(Protocols.of(each, List.of()));
        return all;
    }
}
