package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.UnaryOperator;
import mcnet.reach.fact.ServerFact;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.NumberRange;
import mcnet.reach.packet.Packet;
import mcnet.reach.packet.PacketBox;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.packet.Protocols;
import mcnet.reach.policy.Bound;
import mcnet.reach.policy.Crossing;
import mcnet.reach.policy.Policy;
import mcnet.reach.topology.HostGroup;
import mcnet.reach.topology.ListenAddress;
import mcnet.reach.topology.PortTranslation;
import mcnet.reach.topology.RoutedNetwork;
import mcnet.reach.topology.Topology;
import mcnet.reach.topology.UplinkSegment;

/**
 * The ways that packets take: inside a network, over a peering, out over an uplink, in by a forward or a routed prefix. A
 * router sends to a peered network by its prefixes, and everything else to the gateway; it translates sources only at its
 * port on the uplink ({@code lxd/network/driver_ovn.go setup, peerSetup}).
 */
public final class Passages {
    private final Topology topology;
    private final Policy policy;
    private final HiddenSources hiddenSources;

    public Passages(Topology topology, Policy policy) {
        this.topology = topology;
        this.policy = policy;
        this.hiddenSources = new HiddenSources(policy);
    }

    /** All ways for some packets of one party to another; none: nothing leads there. */
    public List<Passage> between(Party from, Party to, PacketSet packets) {
        PacketSet all = packets.withoutOwn();
        if (all.isEmpty()) return List.of();
        if (from instanceof Party.Unknown u) return List.of(Passage.unknown(all, u.why()));
        if (to instanceof Party.Unknown u) return List.of(Passage.unknown(all, u.why()));
        return switch (from) {
            case Party.Hosts h -> switch (to) {
                case Party.Hosts t -> one(all, t.group().network().equals(h.group().network())
                        ? inside(h.group(), t.group(), all)
                        : across(h.group(), t.group(), all));
                case Party.Outside t -> one(all, out(h.group(), t, all));
                case Party.Listener t -> toListener(h, t, all);
                case Party.Unknown _ -> List.of();
            };
            case Party.Outside o -> switch (to) {
                case Party.Hosts t -> one(all, in(o, t.group(), all));
                case Party.Listener t -> toListener(o, t, all);
                case Party.Outside _ ->
                    List.of(Passage.unknown(all, "both ends are outside of the networks of the file"));
                case Party.Unknown _ -> List.of();
            };
            case Party.Listener _ -> List.of(Passage.unknown(all, "nothing sends from the address of a forward"));
            case Party.Unknown _ -> List.of();
        };
    }

    private static List<Passage> one(PacketSet packets, Optional<Passage> way) {
        return way.stream().filter(w -> !w.carried().isEmpty()).toList();
    }

    private Optional<Passage> inside(HostGroup from, HostGroup to, PacketSet packets) {
        Crossing crossing = Crossing.inside(from, to);
        return Optional.of(new Passage(packets, policy.admitted(packets, crossing, Bound.CERTAIN),
                policy.admitted(packets, crossing, Bound.POSSIBLE),
                List.of(Stage.at("inside network " + from.network(), crossing)), policy.reasons(packets, crossing)));
    }

    /** Over a peering, else over the uplink where the other network does not hide its addresses. */
    private Optional<Passage> across(HostGroup from, HostGroup to, PacketSet packets) {
        RoutedNetwork source = topology.of(from);
        RoutedNetwork target = topology.of(to);
        if (source.peers().contains(target.key())) return Optional.of(peered(from, to, packets));
        PacketSet routed = PacketSet.NONE;
        for (boolean ipv6 : new boolean[]{false, true})
            if (!target.hides(ipv6)) routed = routed.union(family(packets, ipv6));
        if (routed.isEmpty() || source.isIsolated() || target.isIsolated()) return Optional.empty();
        return overUplink(from, source, target.uplink(), routed).map(out -> {
            Crossing entering = Crossing.entering(to);
            Stage last = Stage.at("enters network " + target.key() + " from its uplink", entering);
            return arriving(out, source, last, entering, UnaryOperator.identity(), List.of());
        });
    }

    private Passage peered(HostGroup from, HostGroup to, PacketSet packets) {
        Crossing leaving = Crossing.leaving(from);
        Crossing entering = Crossing.entering(to);
        Set<String> reasons = new LinkedHashSet<>(policy.reasons(packets, leaving));
        reasons.addAll(policy.reasons(packets, entering));
        return new Passage(packets, both(packets, leaving, entering, Bound.CERTAIN),
                both(packets, leaving, entering, Bound.POSSIBLE),
                List.of(Stage.at("leaves network " + from.network(), leaving),
                        Stage.at("enters network " + to.network() + " by its peering", entering)),
                reasons);
    }

    private PacketSet both(PacketSet packets, Crossing leaving, Crossing entering, Bound bound) {
        return policy.admitted(policy.admitted(packets, leaving, bound), entering, bound);
    }

    private static PacketSet family(PacketSet packets, boolean ipv6) {
        return new PacketSet(packets.boxes().stream().filter(b -> b.source().ipv6() == ipv6).toList());
    }

    /**
     * Out of a network to its gateway.
     *
     * @param there the uplink of the other end; empty: it is not known
     */
    private Optional<Passage> overUplink(HostGroup from, RoutedNetwork source, Optional<UplinkSegment> there,
            PacketSet packets) {
        Passage out = leaving(from, source, packets);
        if (out.carried().isEmpty()) return Optional.empty();
        boolean same = isSame(there, source.uplink());
        return Optional.of(same ? out : out.doubtful(ServerFact.BETWEEN_UPLINKS.text()));
    }

    private static boolean isSame(Optional<UplinkSegment> one, Optional<UplinkSegment> other) {
        return one.isPresent() && other.isPresent() && one.get().name().equals(other.get().name());
    }

    private Passage leaving(HostGroup from, RoutedNetwork source, PacketSet packets) {
        PacketSet led = PacketSet.NONE;
        boolean known = source.uplink().map(UplinkSegment::known).orElse(source.isIsolated());
        for (boolean ipv6 : new boolean[]{false, true})
            if (!known || source.leadsOut(ipv6)) led = led.union(family(packets, ipv6));
        Crossing crossing = Crossing.leaving(from);
        Passage out = new Passage(led, policy.admitted(led, crossing, Bound.CERTAIN),
                policy.admitted(led, crossing, Bound.POSSIBLE), List.of(new Stage("leaves network " + source.key(),
                        Optional.of(crossing), packet -> hidden(packet, source))),
                policy.reasons(led, crossing));
        return known
                ? out
                : out.doubtful(source.uplinkDoubt().orElseGet(() -> "the gateway of "
                        + source.uplink().orElseThrow().title() + " is not in the file"));
    }

    private static Packet hidden(Packet packet, RoutedNetwork network) {
        boolean ipv6 = packet.source().ipv6();
        if (!network.hides(ipv6)) return packet;
        AddressBlock outside = network.outside().of(ipv6).blocks().getFirst();
        return new Packet(new AddressBlock(ipv6, outside.first(), outside.first()), packet.destination(),
                packet.protocol(), packet.from(), packet.to());
    }

    private Optional<Passage> out(HostGroup from, Party.Outside to, PacketSet packets) {
        RoutedNetwork source = topology.of(from);
        boolean here = to.segment().isEmpty() || isSame(to.segment(), source.uplink());
        Passage out = leaving(from, source, packets);
        return Optional.of(here ? out : out.doubtful(ServerFact.BETWEEN_UPLINKS.text()));
    }

    /** What comes from outside to addresses of a network: routed there, or hidden from all but neighbors of the router. */
    private Optional<Passage> in(Party.Outside from, HostGroup to, PacketSet packets) {
        RoutedNetwork target = topology.of(to);
        if (target.uplink().isEmpty()) return target.uplinkDoubt().map(doubt -> Passage.unknown(packets, doubt));
        Crossing entering = Crossing.entering(to);
        boolean neighbor = isSame(from.segment(), target.uplink());
        PacketSet routed = PacketSet.NONE;
        PacketSet hidden = PacketSet.NONE;
        for (boolean ipv6 : new boolean[]{false, true}) {
            PacketSet some = family(packets, ipv6);
            if (!target.hides(ipv6)) routed = routed.union(some);
            else if (neighbor) hidden = hidden.union(some);
        }
        PacketSet carried = routed.union(hidden);
        Set<String> reasons = new LinkedHashSet<>(policy.reasons(carried, entering));
        if (!hidden.isEmpty()) reasons.add(ServerFact.NEIGHBOR_TO_NAT.text());
        Passage way = new Passage(carried, policy.admitted(routed, entering, Bound.CERTAIN),
                policy.admitted(carried, entering, Bound.POSSIBLE),
                List.of(Stage.at("enters network " + target.key() + " from its uplink", entering)), reasons);
        boolean elsewhere = from.segment().isPresent() && !neighbor;
        return Optional.of(elsewhere ? way.doubtful(ServerFact.BETWEEN_UPLINKS.text()) : way);
    }

    private List<Passage> toListener(Party from, Party.Listener to, PacketSet packets) {
        ListenAddress listener = to.listener();
        List<Passage> all = new ArrayList<>();
        PacketSet left = packets;
        for (PortTranslation each : listener.translations()) {
            PacketSet some = left.intersection(PacketSet.of(new PacketBox(any(listener), listener.address(),
                    NumberRange.of(each.protocol()), Protocols.ANY, each.listen())));
            if (some.isEmpty()) continue;
            left = left.without(some);
            if (each.target().isEmpty()) all.add(Passage.unknown(some, listener.unknownTarget()));
            else if (to.behind().contains(each.target().get()))
                for (HostGroup group : listener.network().groups())
                    if (group.addresses().contains(each.target().get()))
                        translated(from, listener, each, group, some).ifPresent(all::add);
        }
        return all;
    }

    private static AddressBlock any(ListenAddress listener) {
        return listener.address().ipv6() ? AddressBlock.IPV6 : AddressBlock.IPV4;
    }

    private Optional<Passage> translated(Party from, ListenAddress listener, PortTranslation ports, HostGroup to,
            PacketSet packets) {
        Optional<Passage> way = from instanceof Party.Hosts(HostGroup group)
                ? fromHosts(group, listener, ports, to, packets)
                : Optional.of(fromOutside((Party.Outside) from, listener, ports, to, packets));
        boolean doubtful = ports.protocol() == Protocols.ICMP || ports.protocol() == Protocols.OTHER;
        return doubtful ? way.map(w -> w.doubtful(ServerFact.DEFAULT_TARGET.text())) : way;
    }

    /** A forward's address is translated at the switch for instances of its own network, else at the router. */
    private Optional<Passage> fromHosts(HostGroup from, ListenAddress listener, PortTranslation ports, HostGroup to,
            PacketSet packets) {
        RoutedNetwork source = topology.of(from);
        UnaryOperator<Packet> translate = p -> translated(p, ports);
        List<PortTranslation> back = List.of(ports);
        if (source.key().equals(listener.network().key())) {
            Crossing crossing = Crossing.inside(from, to);
            PacketSet inside = inside(packets, ports);
            Passage start = new Passage(packets, packets, packets, List.of(new Stage("is forwarded by "
                    + listener.title(), Optional.empty(), translate)), policy.reasons(inside, crossing));
            return Optional.of(arriving(start, null, Stage.at("inside network " + source.key(), crossing), crossing,
                    translate, back));
        }
        return overUplink(from, source, listener.network().uplink(), packets)
                .map(out -> arriving(forwarded(out, listener, translate), source, entering(listener, to),
                        Crossing.entering(to), translate, back));
    }

    private Passage fromOutside(Party.Outside from, ListenAddress listener, PortTranslation ports, HostGroup to,
            PacketSet packets) {
        UnaryOperator<Packet> translate = p -> translated(p, ports);
        Passage start = new Passage(packets, packets, packets, List.of(), Set.of());
        Passage way = arriving(forwarded(start, listener, translate), null, entering(listener, to),
                Crossing.entering(to), translate, List.of(ports));
        RoutedNetwork network = listener.network();
        if (network.uplinkDoubt().isPresent()) return way.doubtful(network.uplinkDoubt().get());
        boolean elsewhere = from.segment().isPresent() && !isSame(from.segment(), network.uplink());
        return elsewhere ? way.doubtful(ServerFact.BETWEEN_UPLINKS.text()) : way;
    }

    private static Stage entering(ListenAddress listener, HostGroup to) {
        return Stage.at("enters network " + listener.network().key(), Crossing.entering(to));
    }

    private static Passage forwarded(Passage way, ListenAddress listener, UnaryOperator<Packet> translate) {
        List<Stage> stages = new ArrayList<>(way.stages());
        stages.add(new Stage("is forwarded by " + listener.title(), Optional.empty(), translate));
        return new Passage(way.carried(), way.certain(), way.possible(), stages, way.reasons());
    }

    private static Packet translated(Packet packet, PortTranslation ports) {
        return new Packet(packet.source(), ports.target().orElseThrow(), packet.protocol(), packet.from(),
                ports.protocol() == Protocols.ICMP ? packet.to() : ports.inside(packet.to()));
    }

    private static PacketSet inside(PacketSet packets, PortTranslation ports) {
        return packets.map(b -> b.to(ports.target().orElseThrow()).toPorts(new NumberRange(
                ports.inside(b.to().first()), ports.inside(b.to().last()))));
    }

    private static PacketSet outside(PacketSet inside, AddressBlock listen, PortTranslation ports) {
        return inside.map(b -> b.to(listen).toPorts(ports.outside(b.to())));
    }

    /**
     * The end of a way: rules see the packet as it arrives, with the source that NAT gave it and the target behind the
     * forward.
     *
     * @param hiding the network that the packet comes from, whose NAT may have changed its source; null: none
     * @param back the forward that it came through; empty: none
     */
    private Passage arriving(Passage way, RoutedNetwork hiding, Stage last, Crossing crossing,
            UnaryOperator<Packet> translate, List<PortTranslation> back) {
        List<Stage> stages = new ArrayList<>(way.stages());
        stages.add(last);
        Set<String> reasons = new LinkedHashSet<>(way.reasons());
        PacketSet carried = back.isEmpty() ? way.carried() : inside(way.carried(), back.getFirst());
        PacketSet plain = PacketSet.NONE;
        PacketSet hidden = PacketSet.NONE;
        for (boolean ipv6 : new boolean[]{false, true})
            if (hiding != null && hiding.hides(ipv6)) hidden = hidden.union(family(carried, ipv6));
            else
            plain = plain.union(family(carried, ipv6));
        PacketSet certain = policy.admitted(plain, crossing, Bound.CERTAIN);
        PacketSet possible = policy.admitted(plain, crossing, Bound.POSSIBLE);
        reasons.addAll(policy.reasons(plain, crossing));
        if (!hidden.isEmpty()) {
            HiddenSources.Entry entry = hiddenSources.entering(crossing, hiding.outside());
            PacketSet surely = hidden.intersection(entry.certain());
            PacketSet let = hidden.intersection(entry.possible());
            certain = certain.union(surely);
            possible = possible.union(let);
            if (!surely.contains(let)) reasons.addAll(entry.reasons());
        }
        if (!back.isEmpty()) {
            AddressBlock listen = way.carried().boxes().getFirst().destination();
            certain = outside(certain, listen, back.getFirst());
            possible = outside(possible, listen, back.getFirst());
        }
        return new Passage(way.carried(), way.certain().intersection(certain),
                way.possible().intersection(possible), stages, reasons);
    }
}
