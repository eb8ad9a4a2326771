package mcnet.reach;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Ports;
import mcnet.model.Program;
import mcnet.model.Statement.Direction;
import mcnet.model.Statement.Forwarding;
import mcnet.model.Statement.Otherwise;
import mcnet.model.Statement.Rest;
import mcnet.model.Statement.Rule;
import mcnet.model.Statement.State;
import mcnet.model.Statement.Verdict;
import mcnet.model.Subject;
import mcnet.model.Traffic;
import mcnet.model.Value;

/** Sends one packet after the other through a program, as a person would with a finger on the text: the other opinion. */
final class PacketSimulator {
    enum Kind {
        TCP, UDP, ICMP, OTHER
    }

    record SinglePacket(IPAddress source, IPAddress destination, Kind kind, int from, int to) {}

    /**
     * What is not in the file.
     *
     * @param oneMember sender and receiver of one network are on the same member
     * @param outside which of the possible addresses outside routers have
     * @param newPort the source port that NAT chose; 0: it kept that of the sender
     * @param allowFirst of two rules with one priority, the one that allows decides
     */
    record Circumstances(boolean oneMember, int outside, int newPort, boolean allowFirst) {}

    /** A host on a network; null as a network: outside. */
    record SimulatedHost(Declaration network, Declaration nic, IPAddress address) {}

    private final Program program;
    private final boolean isIncus;
    private final Map<IPAddress, SimulatedHost> hosts = new HashMap<>();
    private final Map<String, Declaration> networks = new HashMap<>();
    private final Map<String, Declaration> acls = new HashMap<>();

    PacketSimulator(Program program) {
        this.program = program;
        isIncus = program.ofKind(KindName.CLUSTER).findAny().isPresent();
        program.ofKind(KindName.NETWORK).forEach(n -> networks.put(n.name(), n));
        program.ofKind(KindName.ACL).forEach(a -> acls.put(a.name(), a));
    }

    /** All that differ for its packets. */
    List<Circumstances> circumstances() {
        List<Circumstances> all = new ArrayList<>();
        for (int newPort : new int[]{0, 1000, 40_000})
            for (int bits = 0; bits < (isIncus ? 8 : 4); bits++)
                all.add(new Circumstances((bits & 1) != 0, bits >> 1 & 1, newPort, (bits & 4) != 0));
        return all;
    }

    /** The host that has an address. */
    SimulatedHost host(IPAddress address) {
        return hosts.computeIfAbsent(address, this::found);
    }

    private SimulatedHost found(IPAddress address) {
        for (Declaration network : networks.values())
            if (subnets(network).anyMatch(s -> s.contains(address)))
                return new SimulatedHost(network, nic(network, address), address);
        return new SimulatedHost(null, null, address);
    }

    private Declaration nic(Declaration network, IPAddress address) {
        return program.ofKind(KindName.INSTANCE).flatMap(i -> i.nested(KindName.NIC))
                .filter(n -> n.setting("network").get().value().text().equals(network.name()))
                .filter(n -> n.said()
                        .anyMatch(s -> s.value() instanceof Value.Address a && a.address().equals(address)))
                .findFirst().orElse(null);
    }

    private static Stream<IPAddress> subnets(Declaration network) {
        return network.said().map(s -> s.value()).filter(Value.Interface.class::isInstance)
                .map(v -> ((Value.Interface) v).subnet());
    }

    boolean arrives(SinglePacket packet, Circumstances is) {
        SimulatedHost from = host(packet.source);
        for (Declaration network : networks.values())
            for (Declaration forward : network.nested(KindName.FORWARD).toList())
                if (Ip.read(forward.name()).equals(packet.destination))
                    return isForwarded(from, packet, network, forward, is);
        SimulatedHost to = host(packet.destination);
        if (from.network == null) return isRouted(to, packet) && admitted(null, to, packet, is);
        if (from.network == to.network) return admitted(from, to, packet, is);
        if (to.network != null && isPeered(from.network, to.network))
            return admitted(from, null, packet, is) && admitted(null, to, packet, is);
        if (!leadsOut(packet)) return false;
        if (to.network == null) return admitted(from, null, packet, is);
        return isRouted(to, packet) && admitted(from, null, packet, is)
                && admitted(null, to, hidden(from, packet, is), is);
    }

    private boolean isForwarded(SimulatedHost from, SinglePacket packet, Declaration network, Declaration forward,
            Circumstances is) {
        Optional<SinglePacket> inside = translated(forward, packet);
        if (inside.isEmpty()) return false;
        SimulatedHost to = host(inside.get().destination);
        if (from.network == network) return admitted(from, to, inside.get(), is);
        if (from.network == null) return admitted(null, to, inside.get(), is);
        return leadsOut(packet) && admitted(from, null, packet, is)
                && admitted(null, to, hidden(from, inside.get(), is), is);
    }

    private boolean leadsOut(SinglePacket packet) {
        return program.ofKind(KindName.UPLINK).findFirst().orElseThrow()
                .has((packet.source.isIPv6() ? "ipv6" : "ipv4") + ".gateway");
    }

    private boolean isRouted(SimulatedHost to, SinglePacket packet) {
        return to.network != null && !isHidden(to.network, packet.destination.isIPv6());
    }

    private static boolean isHidden(Declaration network, boolean ipv6) {
        return network.setting((ipv6 ? "ipv6" : "ipv4") + ".nat").filter(s -> s.value().text().equals("true"))
                .isPresent();
    }

    private SinglePacket hidden(SimulatedHost from, SinglePacket packet, Circumstances is) {
        boolean ipv6 = packet.source.isIPv6();
        if (!isHidden(from.network, ipv6)) return packet;
        Declaration uplink = program.ofKind(KindName.UPLINK).findFirst().orElseThrow();
        Value.Range range = (Value.Range) ((Value.Many) uplink.setting((ipv6 ? "ipv6" : "ipv4") + ".ranges").get()
                .value())
                .values().getFirst();
        IPAddress address = range.range().getLower().increment(is.outside);
        boolean ports = packet.kind == Kind.TCP || packet.kind == Kind.UDP;
        return new SinglePacket(address, packet.destination, packet.kind,
                is.newPort > 0 && ports ? is.newPort : packet.from,
                packet.to);
    }

    private boolean isPeered(Declaration one, Declaration other) {
        return program.ofKind(KindName.PEER).anyMatch(p -> {
            List<String> ends = List.of(p.setting("left").get().value().text(),
                    p.setting("right").get().value().text());
            return ends.contains(one.name()) && ends.contains(other.name());
        });
    }

    private static Optional<SinglePacket> translated(Declaration forward, SinglePacket packet) {
        for (Forwarding f : forward.statements(Forwarding.class).toList())
            for (Traffic traffic : f.traffic()) {
                if (!traffic.protocol().name().equals(packet.kind.name())) continue;
                List<Integer> listen = numbers(traffic.ports());
                int at = listen.indexOf(packet.to);
                if (at < 0) continue;
                List<Integer> inside = numbers(f.targets().getFirst().ports());
                int port = inside.isEmpty() ? packet.to : inside.size() == 1 ? inside.getFirst() : inside.get(at);
                return Optional.of(new SinglePacket(packet.source, address(f.targets().getFirst().place()), packet.kind,
                        packet.from, port));
            }
        return forward.statements(Rest.class).findFirst().map(rest -> new SinglePacket(packet.source,
                address(rest.target()), packet.kind, packet.from, packet.to));
    }

    private static IPAddress address(Subject place) {
        return ((Value.Address) ((Subject.Addresses) place).value()).address();
    }

    private static List<Integer> numbers(List<Ports> ports) {
        List<Integer> all = new ArrayList<>();
        for (Ports p : ports) for (int i = p.first(); i <= p.last(); i++) all.add(i);
        return all;
    }

    private List<Declaration> acls(SimulatedHost host) {
        return Stream.of(host.network, host.nic).filter(d -> d != null).flatMap(d -> d.setting("acls").stream())
                .flatMap(s -> ((Value.Many) s.value()).values().stream()).map(v -> acls.get(v.text())).distinct()
                .toList();
    }

    /** The switch: of the rules that match, one with the highest number decides, else the defaults. */
    private boolean admitted(SimulatedHost from, SimulatedHost to, SinglePacket packet, Circumstances is) {
        int highest = 0;
        boolean allowed = false;
        for (SimulatedHost end : new SimulatedHost[]{from, to}) {
            if (end == null) continue;
            Direction direction = end == from ? Direction.EGRESS : Direction.INGRESS;
            SimulatedHost other = end == from ? to : from;
            for (Declaration acl : acls(end))
                for (Rule rule : acl.statements(Rule.class).toList()) {
                    if (rule.direction() != direction || !matches(rule, other, packet, is)) continue;
                    int number = number(rule.verdict(), isIncus && isAllowed(end, direction));
                    boolean allows = rule.verdict() == Verdict.ALLOW;
                    if (number > highest) allowed = allows;
                    else if (number == highest) allowed = is.allowFirst ? allowed || allows : allowed && allows;
                    highest = Math.max(highest, number);
                }
        }
        if (highest > 0) return allowed;
        if (from != null && !acls(from).isEmpty()) return isAllowed(from, Direction.EGRESS);
        return to == null || acls(to).isEmpty() || isAllowed(to, Direction.INGRESS);
    }

    private static int number(Verdict verdict, boolean reversed) {
        if (verdict == Verdict.REJECT) return 400;
        return (verdict == Verdict.DROP) == reversed ? 300 : 500;
    }

    private static boolean isAllowed(SimulatedHost host, Direction direction) {
        for (Declaration each : new Declaration[]{host.nic, host.network})
            if (each != null)
                for (Otherwise said : each.statements(Otherwise.class).toList())
                    if (said.direction() == direction) return said.verdict() == Verdict.ALLOW;
        return false;
    }

    private boolean matches(Rule rule, SimulatedHost other, SinglePacket packet, Circumstances is) {
        if (rule.state() == State.DISABLED) return false;
        boolean felt = other == null || is.oneMember;
        if (rule.direction() == Direction.EGRESS && !felt) return false;
        return isKind(rule, packet)
                && isOne(rule.from(), packet.source, rule.direction() == Direction.INGRESS ? other : null, felt)
                && isOne(rule.to(), packet.destination, rule.direction() == Direction.EGRESS ? other : null, felt);
    }

    private static boolean isKind(Rule rule, SinglePacket packet) {
        if (rule.traffic().isEmpty()) return true;
        return rule.traffic().stream().anyMatch(t -> switch (t.protocol()) {
            case TCP, UDP -> t.protocol().name().equals(packet.kind.name()) && in(t.ports(), packet.to)
                    && in(rule.sourcePorts(), packet.from);
            case ICMP4, ICMP6 -> packet.kind == Kind.ICMP
                    && packet.source.isIPv6() == (t.protocol() == Traffic.Protocol.ICMP6)
                    && (t.type().isEmpty() || t.type().getAsInt() == packet.from)
                    && (t.code().isEmpty() || t.code().getAsInt() == packet.to);
        });
    }

    private static boolean in(List<Ports> ports, int port) {
        return ports.isEmpty() || ports.stream().anyMatch(p -> p.first() <= port && port <= p.last());
    }

    private boolean isOne(List<Subject> places, IPAddress address, SimulatedHost other, boolean felt) {
        if (places.isEmpty()) return true;
        return places.stream().anyMatch(place -> switch (place) {
            case Subject.Word w -> switch (w.word()) {
                case "any" -> true;
                case "external" -> other == null;
                default -> other != null && felt;
            };
            case Subject.Addresses(Value.Address a, var _) -> a.address().equals(address);
            case Subject.Addresses(Value.Subnet s, var _) -> s.subnet().contains(address);
            case Subject.Addresses(Value.Range r, var _) -> r.range().contains(address);
            case Subject.Addresses _ -> throw new IllegalStateException();
            case Subject.PeerSide p -> subnets(networks.get(p.other())).anyMatch(s -> s.contains(address));
            case Subject.Thing t when t.kind().equals(KindName.NETWORK) ->
                subnets(networks.get(t.name())).anyMatch(s -> s.contains(address));
            case Subject.Thing t when t.kind().equals(KindName.ACL) ->
                other != null && felt && acls(other).contains(acls.get(t.name()));
            case Subject.Thing t -> program.named(t.kind(), "", t.name()).stream().flatMap(i -> i.nested(KindName.NIC))
                    .flatMap(Declaration::said).anyMatch(s -> s.value() instanceof Value.Address a
                            && a.address().equals(address));
        });
    }
}
