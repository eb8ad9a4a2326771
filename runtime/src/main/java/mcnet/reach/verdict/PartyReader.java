package mcnet.reach.verdict;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Subject;
import mcnet.reach.packet.AddressBlocks;
import mcnet.reach.topology.HostGroup;
import mcnet.reach.topology.ListenAddress;
import mcnet.reach.topology.RoutedNetwork;
import mcnet.reach.topology.Topology;
import mcnet.reach.topology.TopologyReader;
import mcnet.reach.topology.UplinkSegment;

/** Ends of expectations, flows and questions as the parties that they stand for. */
public final class PartyReader {
    private final Topology topology;

    public PartyReader(Topology topology) {
        this.topology = topology;
    }

    /** @param target whether packets go there; listen addresses are ends only then */
    public List<Party> parties(Subject end, boolean target) {
        List<Party> found = switch (end) {
            case Subject.Word(String word, var _) -> word.equals("internet") ? List.of(internet()) : any(target);
            case Subject.Addresses(var value, var _) ->
                at(AddressBlocks.of(TopologyReader.block(value)), value.text(), target);
            case Subject.Thing t when t.kind().equals(KindName.NETWORK) ->
                topology.network(t.name(), "").map(this::hosts).orElse(List.of());
            case Subject.Thing t when t.kind().equals(KindName.UPLINK) ->
                Optional.ofNullable(topology.uplinks().get(t.name())).map(PartyReader::segment).stream().toList();
            case Subject.Thing t when t.kind().equals(KindName.INSTANCE) -> instance(t.name());
            default -> List.of();
        };
        return found.isEmpty() ? List.of(nobody(name(end))) : found;
    }

    /** The addresses outside that lead to hosts of an end: whoever sends there reaches these. */
    public List<Party> listeners(Subject end) {
        Map<String, AddressBlocks> behind = new LinkedHashMap<>();
        for (Party party : parties(end, true))
            if (party instanceof Party.Hosts(HostGroup group))
                behind.merge(group.network(), group.addresses(), AddressBlocks::union);
        List<Party> all = new ArrayList<>();
        for (ListenAddress each : topology.listeners()) {
            AddressBlocks hosts = behind.getOrDefault(each.network().key(), AddressBlocks.NONE);
            if (each.leadsTo(hosts)) all.add(new Party.Listener(each, hosts));
        }
        for (String key : behind.keySet())
            topology.networks().get(key).view().listeners().filter(l -> Ip.read(l.name()) == null)
                    .forEach(l -> all.add(new Party.Unknown(l.title(), "the address of " + l.title()
                            + " is chosen by the server", AddressBlocks.ALL)));
        return all;
    }

    private static String name(Subject end) {
        return switch (end) {
            case Subject.Thing t -> t.kind() + " " + t.name();
            default -> end.span().text();
        };
    }

    private static Party nobody(String title) {
        return new Party.Unknown(title, "the file has no host that could be " + title, AddressBlocks.ALL);
    }

    /** Every host of the program, its uplinks and the internet, and as a target every listen address. */
    public List<Party> any(boolean target) {
        List<Party> all = new ArrayList<>();
        topology.all().forEach(n -> all.addAll(hosts(n)));
        topology.uplinks().values().forEach(u -> all.add(segment(u)));
        if (target) topology.listeners().forEach(l -> all.add(new Party.Listener(l)));
        all.add(internet());
        return all;
    }

    public Party internet() {
        return new Party.Outside(Optional.empty(), topology.internet());
    }

    public static Party segment(UplinkSegment uplink) {
        return uplink.known()
                ? new Party.Outside(Optional.of(uplink), uplink.neighbors())
                : new Party.Unknown(uplink.title(), "the gateway of " + uplink.title() + " is not in the file",
                        AddressBlocks.ALL);
    }

    /** All its hosts. */
    public List<Party> hosts(RoutedNetwork network) {
        List<Party> all = new ArrayList<>();
        for (HostGroup group : network.groups())
            if (!group.addresses().isEmpty()) all.add(new Party.Hosts(group));
        network.unknown().forEach(why -> all.add(new Party.Unknown(network.title(), why, AddressBlocks.ALL)));
        return all;
    }

    private List<Party> instance(String name) {
        Optional<Declaration> instance = topology.program().program().named(KindName.INSTANCE, "", name);
        List<Party> all = new ArrayList<>();
        instance.stream().flatMap(i -> i.nested(KindName.NIC)).forEach(nic -> {
            Optional<HostGroup> group = groups().filter(g -> g.span().equals(nic.span())).findFirst();
            all.add(group.filter(g -> !g.addresses().isEmpty()).<Party>map(Party.Hosts::new)
                    .orElseGet(() -> new Party.Unknown("instance " + name, "the network of instance " + name
                            + " is a bridge, or its addresses are not in the file", AddressBlocks.ALL)));
        });
        return all;
    }

    private Stream<HostGroup> groups() {
        return topology.all().stream().flatMap(n -> n.groups().stream());
    }

    /** Addresses belong to hosts, to a listen address, to an uplink's segment, or to the outside behind it. */
    private List<Party> at(AddressBlocks addresses, String text, boolean target) {
        List<Party> all = new ArrayList<>();
        AddressBlocks left = addresses;
        for (ListenAddress each : topology.listeners()) {
            if (!left.contains(each.address())) continue;
            if (target) all.add(new Party.Listener(each));
            left = left.without(AddressBlocks.of(each.address()));
        }
        AddressBlocks taken = AddressBlocks.NONE;
        for (RoutedNetwork network : topology.all()) {
            for (Party party : hosts(network))
                if (party instanceof Party.Hosts) party.at(left).ifPresent(all::add);
            taken = taken.union(network.subnets());
        }
        left = left.without(taken);
        for (UplinkSegment uplink : topology.uplinks().values()) {
            segment(uplink).at(left).filter(p -> p instanceof Party.Outside).ifPresent(all::add);
            left = left.without(uplink.subnet());
        }
        for (UplinkSegment uplink : topology.uplinks().values()) left = left.without(uplink.routes());
        if (!left.isEmpty()) all.add(outside(left, text));
        return all;
    }

    /** What no network or uplink of the file holds may be held by one whose addresses are not in the file. */
    private Party outside(AddressBlocks addresses, String text) {
        Optional<String> unknown = topology.all().stream().flatMap(n -> n.unknown().stream()).findFirst()
                .or(() -> topology.uplinks().values().stream().filter(u -> !u.known())
                        .map(u -> "the gateway of " + u.title() + " is not in the file").findFirst());
        return unknown.<Party>map(why -> new Party.Unknown(text, why, addresses))
                .orElseGet(() -> new Party.Outside(Optional.empty(), addresses));
    }
}
