package mcnet.reach.topology;

import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressSeqRange;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.check.view.FamilyBlocks;
import mcnet.check.view.ListSettings;
import mcnet.check.view.NetworkView;
import mcnet.check.view.ProgramView;
import mcnet.check.view.UplinkView;
import mcnet.model.Declaration;
import mcnet.model.IgnoredPaths;
import mcnet.model.InvalidParts;
import mcnet.model.KindName;
import mcnet.model.Program;
import mcnet.model.Value;
import mcnet.reach.packet.AddressBlock;
import mcnet.reach.packet.AddressBlocks;
import mcnet.schema.Family;

/** A program, its flows lowered to rules, as a {@link Topology}. */
public final class TopologyReader {
    /** Addresses that routers of the internet forward: neither this network, this host, link-local nor multicast (RFC 6890). */
    private static final AddressBlocks FORWARDED = set("1.0.0.1-126.255.255.255", "128.0.0.0-169.253.255.255",
            "169.255.0.0-223.255.255.255", "2000::-3fff:ffff:ffff:ffff:ffff:ffff:ffff:ffff",
            "fc00::-fdff:ffff:ffff:ffff:ffff:ffff:ffff:ffff");

    private final ProgramView program;
    private final Map<String, UplinkSegment> uplinks = new LinkedHashMap<>();
    private final Map<String, List<Declaration>> nics = new HashMap<>();

    private TopologyReader(ProgramView program) {
        this.program = program;
    }

    /** @param lowered without flows */
    public static Topology read(Program lowered) {
        return new TopologyReader(ProgramView.of(lowered, InvalidParts.NONE)).read();
    }

    private static AddressBlocks set(String... ranges) {
        return new AddressBlocks(Stream.of(ranges)
                .map(r -> new inet.ipaddr.IPAddressString(r.substring(0, r.indexOf('-'))).getAddress()
                        .spanWithRange(new inet.ipaddr.IPAddressString(r.substring(r.indexOf('-') + 1)).getAddress()))
                .map(AddressBlock::of).toList());
    }

    private Topology read() {
        AddressBlocks listening = AddressBlocks.NONE;
        for (NetworkView network : views())
            for (Declaration each : network.listeners().toList())
                listening = listening.union(new AddressBlocks(address(each).stream().toList()));
        for (UplinkView uplink : program.uplinks())
            uplinks.put(uplink.declaration().name(), segment(uplink, listening));
        nics();
        Map<String, Set<String>> peers = peers();
        Map<String, RoutedNetwork> networks = new LinkedHashMap<>();
        for (NetworkView view : views()) {
            String key = view.reference("");
            networks.putIfAbsent(key, network(view, key, peers.getOrDefault(key, Set.of())));
        }
        List<ListenAddress> listeners = new ArrayList<>();
        for (RoutedNetwork network : networks.values())
            network.view().listeners()
                    .forEach(l -> address(l).ifPresent(a -> listeners.add(new ListenAddress(a, network,
                            l, TranslationReader.of(l, network, program.program())))));
        AddressBlocks held = AddressBlocks.NONE;
        for (RoutedNetwork network : networks.values()) held = held.union(network.subnets());
        for (UplinkSegment uplink : uplinks.values()) held = held.union(uplink.subnet()).union(uplink.routes());
        return new Topology(program, networks, uplinks, listeners, FORWARDED.without(held).without(listening));
    }

    /** Networks of this program, and then those of others. */
    private List<NetworkView> views() {
        return program.listening();
    }

    private static Optional<AddressBlock> address(Declaration listener) {
        return Optional.ofNullable(mcnet.model.Ip.read(listener.name())).map(AddressBlock::of);
    }

    private UplinkSegment segment(UplinkView uplink, AddressBlocks listening) {
        AddressBlocks subnet = AddressBlocks.NONE;
        AddressBlocks hosts = AddressBlocks.NONE;
        AddressBlocks routes = AddressBlocks.NONE;
        for (Family family : FamilyBlocks.BOTH) {
            Optional<Value.Interface> gateway = uplink.gateway(family);
            if (gateway.isPresent()) {
                subnet = subnet.union(AddressBlocks.of(AddressBlock.of(gateway.get().subnet())));
                hosts = hosts.union(hosts(gateway.get()));
            }
            for (Value.Range range : uplink.ranges(family))
                hosts = hosts.without(AddressBlocks.of(AddressBlock.of(range.range())));
            for (Value.Subnet route : uplink.routes(family))
                routes = routes.union(AddressBlocks.of(AddressBlock.of(route.subnet())));
        }
        return new UplinkSegment(uplink.declaration().name(), subnet, hosts.without(listening), routes,
                !subnet.isEmpty());
    }

    /** A network's addresses that hosts may have: neither its router's, its own, nor its broadcast address. */
    private static AddressBlocks hosts(Value.Interface router) {
        IPAddress subnet = router.subnet();
        AddressBlocks all = AddressBlocks.of(AddressBlock.of(subnet))
                .without(AddressBlocks.of(AddressBlock.of(router.host())));
        boolean small = router.address().getPrefixLength() >= router.address().getBitCount() - 1;
        if (small) return all;
        AddressBlocks hosts = all.without(AddressBlocks.of(AddressBlock.of(subnet.getLower().withoutPrefixLength())));
        return subnet.isIPv4()
                ? hosts.without(AddressBlocks.of(AddressBlock.of(subnet.getUpper().withoutPrefixLength())))
                : hosts;
    }

    private void nics() {
        for (String kind : List.of(KindName.INSTANCE, KindName.PROFILE))
            Stream.concat(program.program().all(kind), program.program().existing(kind)).forEach(carrier -> carrier
                    .nested(KindName.NIC).forEach(nic -> nic.setting("network").ifPresent(n -> nics
                            .computeIfAbsent(key(n.value().text(), nic.inside().networks()), _ -> new ArrayList<>())
                            .add(nic))));
    }

    private String key(String name, String project) {
        return program.network(name, project).map(n -> n.reference("")).orElse(name);
    }

    private Map<String, Set<String>> peers() {
        Map<String, Set<String>> peers = new HashMap<>();
        program.program().ofKind(KindName.PEER).forEach(peer -> {
            String left = ListSettings.word(peer, "left");
            String right = ListSettings.word(peer, "right");
            peers.computeIfAbsent(left, _ -> new LinkedHashSet<>()).add(right);
            peers.computeIfAbsent(right, _ -> new LinkedHashSet<>()).add(left);
        });
        return peers;
    }

    private RoutedNetwork network(NetworkView view, String key, Set<String> peers) {
        Optional<UplinkSegment> uplink = Optional
                .ofNullable(uplinks.get(ListSettings.word(view.declaration(), "uplink")));
        boolean others = isOfOthers(view);
        AddressBlocks subnets = AddressBlocks.NONE;
        AddressBlocks hosts = AddressBlocks.NONE;
        AddressBlocks outside = AddressBlocks.NONE;
        List<String> unknown = new ArrayList<>();
        IgnoredPaths ignored = IgnoredPaths.of(view.declaration());
        for (Family family : FamilyBlocks.BOTH) {
            Optional<Value.Interface> address = view.address(family);
            String path = FamilyBlocks.path(family, "address");
            if (address.isPresent() && !ignored.has(path)) {
                subnets = subnets.union(AddressBlocks.of(AddressBlock.of(address.get().subnet())));
                hosts = hosts.union(hosts(address.get()));
                if (view.hidden(family)) outside = outside.union(outside(view, family, uplink));
            } else if (others || view.has(family) || ignored.has(path))
                unknown.add("the " + FamilyBlocks.name(family) + " addresses of network " + key
                        + " are not in the file");
        }
        return new RoutedNetwork(key, view, subnets, uplink, doubt(view, key, uplink), outside,
                groups(view, key, hosts, others), peers, unknown);
    }

    private static Optional<String> doubt(NetworkView view, String key, Optional<UplinkSegment> uplink) {
        if (uplink.isPresent() || view.isIsolated()) return Optional.empty();
        return Optional.of(view.uplink().filter(UplinkView::isBridge)
                .map(bridge -> "what passes through " + bridge.title() + " is not computed")
                .orElse("the uplink of network " + key + " is not in the file"));
    }

    private boolean isOfOthers(NetworkView view) {
        return program.program().existing().stream().anyMatch(e -> e == view.declaration());
    }

    /** Where a router with NAT sends from: as the file says, else any address that the uplink has for routers. */
    private AddressBlocks outside(NetworkView view, Family family, Optional<UplinkSegment> uplink) {
        Optional<Value.Address> said = ListSettings.of(view.declaration(), FamilyBlocks.path(family, "nat.address"),
                Value.Address.class).stream().findFirst().or(() -> view.outside(family));
        if (said.isPresent()) return AddressBlocks.of(AddressBlock.of(said.get().address()));
        AddressBlocks all = AddressBlocks.NONE;
        for (UplinkView each : program.uplinks())
            if (uplink.isPresent() && each.declaration().name().equals(uplink.get().name()))
                for (Value.Range range : each.ranges(family))
                    all = all.union(AddressBlocks.of(AddressBlock.of(range.range())));
        return all.isEmpty() ? AddressBlocks.ALL.of(family == Family.IPV6) : all;
    }

    private List<HostGroup> groups(NetworkView view, String key, AddressBlocks hosts, boolean others) {
        List<HostGroup> groups = new ArrayList<>();
        AddressBlocks free = hosts;
        List<Declaration> here = nics.getOrDefault(key, List.of());
        for (Declaration nic : here) free = free.without(fixed(nic));
        for (Declaration nic : here)
            groups.add(GroupReader.named(nic, view, key, addresses(nic, free), others, program));
        groups.add(GroupReader.unnamed(view, key, free, others, program));
        return groups;
    }

    /** Its fixed address of each family, else all that are free. */
    private static AddressBlocks addresses(Declaration nic, AddressBlocks free) {
        AddressBlocks fixed = fixed(nic);
        AddressBlocks all = fixed;
        for (boolean ipv6 : new boolean[]{false, true}) if (fixed.of(ipv6).isEmpty()) all = all.union(free.of(ipv6));
        return all;
    }

    private static AddressBlocks fixed(Declaration nic) {
        AddressBlocks all = AddressBlocks.NONE;
        for (IPAddress address : FixedAddresses.of(nic)) all = all.union(AddressBlocks.of(AddressBlock.of(address)));
        return all;
    }

    /** What a value of the file holds: an address, a prefix or a range. */
    public static AddressBlock block(Value value) {
        return switch (value) {
            case Value.Address a -> AddressBlock.of(a.address());
            case Value.Subnet s -> AddressBlock.of(s.subnet());
            case Value.Interface i -> AddressBlock.of(i.host());
            case Value.Range(IPAddressSeqRange range, var _) -> AddressBlock.of(range);
            default -> throw new IllegalArgumentException(value.toString());
        };
    }
}
