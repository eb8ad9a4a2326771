package mcnet.reach.policy;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import mcnet.check.view.AclView;
import mcnet.model.KindName;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Rule;
import mcnet.model.Statement.State;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.AddressBlocks;
import mcnet.reach.packet.PacketSet;
import mcnet.reach.packet.Protocols;
import mcnet.reach.topology.FixedAddresses;
import mcnet.reach.topology.RoutedNetwork;
import mcnet.reach.topology.Topology;
import mcnet.reach.topology.TopologyReader;

/** Sentences of an ACL as the packets that they match; things that rules of the server cannot name stand for their addresses. */
final class RuleReader {
    private final Topology topology;
    private final AclView acl;

    private RuleReader(Topology topology, AclView acl) {
        this.topology = topology;
        this.acl = acl;
    }

    /** Without disabled ones, which are not sent to OVN. */
    static List<MatchedRule> all(AclView acl, Topology topology) {
        RuleReader reader = new RuleReader(topology, acl);
        return acl.declaration().statements(Rule.class).filter(r -> r.state() != State.DISABLED).map(reader::rule)
                .toList();
    }

    /** Subjects of one side: addresses, names, and whether some addresses are not known. */
    private record Side(AddressBlocks addresses, List<String> names, boolean unknown) {}

    private MatchedRule rule(Rule rule) {
        boolean ingress = rule.direction() == Direction.INGRESS;
        Side own = side(ingress ? rule.to() : rule.from());
        Side others = side(rule.others());
        PacketSet kinds = kinds(rule);
        return new MatchedRule(rule, acl, packets(others.addresses, own.addresses, ingress, kinds),
                others.names.isEmpty() ? PacketSet.NONE : packets(AddressBlocks.ALL, own.addresses, ingress, kinds),
                others.names, own.unknown || others.unknown ? kinds : PacketSet.NONE);
    }

    private static PacketSet packets(AddressBlocks others, AddressBlocks own, boolean ingress, PacketSet kinds) {
        return (ingress ? PacketSet.between(others, own) : PacketSet.between(own, others)).intersection(kinds);
    }

    private static PacketSet kinds(Rule rule) {
        if (rule.traffic().isEmpty()) return PacketSet.ALL;
        PacketSet all = PacketSet.NONE;
        for (Traffic traffic : rule.traffic()) all = all.union(Protocols.of(traffic, rule.sourcePorts()));
        return all;
    }

    private Side side(List<Subject> places) {
        if (places.isEmpty() || places.stream().anyMatch(p -> p instanceof Subject.Word w && w.word().equals("any")))
            return new Side(AddressBlocks.ALL, List.of(), false);
        AddressBlocks addresses = AddressBlocks.NONE;
        List<String> names = new ArrayList<>();
        boolean unknown = false;
        for (Subject place : places)
            switch (place) {
            case Subject.Addresses(var value, var _) ->
                addresses = addresses.union(AddressBlocks.of(TopologyReader.block(value)));
            case Subject.Word w -> names.add(w.word());
            case Subject.PeerSide side -> {
                Optional<RoutedNetwork> other = topology.network(side.other(), acl.project());
                addresses = addresses.union(other.map(RoutedNetwork::subnets).orElse(AddressBlocks.NONE));
                unknown |= other.isEmpty() || !other.get().unknown().isEmpty();
            }
            case Subject.Thing t when t.kind().equals(KindName.ACL) -> names.add(MatchedRule.ACL + t.name());
            case Subject.Thing t -> {
                Optional<AddressBlocks> some = addresses(t);
                addresses = addresses.union(some.orElse(AddressBlocks.NONE));
                unknown |= some.isEmpty();
            }
            }
        return new Side(addresses, names, unknown);
    }

    /** Empty: not all of them are in the file. */
    private Optional<AddressBlocks> addresses(Subject.Thing thing) {
        return switch (thing.kind()) {
            case KindName.NETWORK -> topology.network(thing.name(), acl.project()).filter(n -> n.unknown().isEmpty())
                    .map(RoutedNetwork::subnets);
            case KindName.UPLINK -> Optional.ofNullable(topology.uplinks().get(thing.name()))
                    .filter(u -> u.known()).map(u -> u.subnet());
            case KindName.INSTANCE -> {
                List<IPAddress> fixed = topology.program().program()
                        .named(KindName.INSTANCE, acl.project(), thing.name()).map(FixedAddresses::ofAll)
                        .orElse(List.of());
                yield fixed.isEmpty()
                        ? Optional.empty()
                        : Optional.of(new AddressBlocks(fixed.stream().map(AddressBlock::of).distinct().toList()));
            }
            default -> Optional.empty();
        };
    }
}
