package mcnet.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.PlanningContext;
import mcnet.observe.OvsdbTable;
import mcnet.ovn.Ovn;
import mcnet.plan.Change;
import mcnet.plan.DesiredResource;
import mcnet.plan.DesiredValue;
import mcnet.plan.Field;
import mcnet.product.Product;

/** What must be true of the members' interfaces before something is built on them. */
public final class LinkRequirements {
    private LinkRequirements() {}

    /** The interfaces that an attribute names are there on each member. */
    public static List<Diagnostic> present(Declaration declaration, String attribute, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (String member : now.members())
            for (Value nic : named(declaration, attribute, member)) {
                String name = nic.text();
                List<Link> links = Link.of(now.seen(), member);
                if (links.stream().anyMatch(l -> l.name().equals(name))) continue;
                String there = links.stream().map(Link::name).filter(n -> !isOurs(n)).sorted()
                        .collect(Collectors.joining(", "));
                obstacles.add(Diagnostic.error("MC0701", "member " + member + " has no interface " + name,
                        new Label(nic.span(), member + " has " + (there.isEmpty() ? "none" : there)))
                        .why(declaration.title() + " needs this interface on each member")
                        .fix("correct the cabling or the name, or write an exception:"
                                + " on " + member + " { " + attribute + " = … }"));
            }
        return obstacles;
    }

    private static List<Value> named(Declaration declaration, String attribute, String member) {
        return declaration.setting(attribute, member).stream()
                .flatMap(said -> said.value() instanceof Value.Many many
                        ? many.values().stream()
                        : Stream.of(said.value()))
                .toList();
    }

    /**
     * The interfaces carry no address and belong to no other bridge: LXD refuses a NIC with a global address as uplink, and
     * takes bridges of the kernel and of Open vSwitch with their addresses. With a VLAN it is that of the NIC which counts
     * ({@code lxd/network/driver_ovn.go startUplinkPortPhysical}; {@code lxd/network/driver_bridge.go setup}).
     */
    public static List<Diagnostic> free(Declaration declaration, String attribute, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (String member : now.members())
            for (Value nic : named(declaration, attribute, member))
                Link.of(now.seen(), member, device(declaration, nic, member))
                        .filter(link -> !isUplink(declaration) || !isBridge(link, member, now))
                        .flatMap(link -> taken(link, nic.span(), member, declaration)).ifPresent(obstacles::add);
        return obstacles;
    }

    /**
     * The interfaces of an uplink that passes VLANs with their tags are bridges: only instances on a bridge get them ({@code
     * internal/server/network/driver_physical.go} of Incus).
     */
    public static List<Diagnostic> bridged(Declaration uplink, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        Optional<Setting> tagged = uplink.setting("tagged");
        if (tagged.isEmpty()) return obstacles;
        for (String member : now.members())
            for (Value nic : named(uplink, "nic", member))
                Link.of(now.seen(), member, nic.text()).filter(link -> !isBridge(link, member, now))
                        .ifPresent(link -> obstacles.add(Diagnostic
                                .error("MC0777", "interface " + link.name() + " on " + member + " is not a bridge",
                                        new Label(nic.span(), ""), new Label(tagged.get().span(), "needs a bridge"))
                                .why("the server uses tagged VLANs of an uplink only if its interface is a bridge")
                                .fix("create a bridge on " + link.name() + " and use it, or remove tagged")));
        return obstacles;
    }

    private static Optional<Diagnostic> taken(Link link, Span said, String member, Declaration declaration) {
        if (!link.addresses().isEmpty()) {
            String addresses = String.join(", ", link.addresses());
            return Optional.of(Diagnostic
                    .error("MC0702", "interface " + link.name() + " on " + member + " has an address",
                            new Label(said, "holds " + addresses))
                    .why(isUplink(declaration)
                            ? "LXD accepts an ordinary NIC as uplink only if it has no address"
                            : "LXD adds an interface to a bridge only if it has no address")
                    .fix("remove " + addresses + " from " + link.name() + " on " + member
                            + " (and from its network configuration)"
                            + (isUplink(declaration) ? ", or create a bridge on it and use the bridge" : "")));
        }
        boolean free = Set.of("", "ovs-system", declaration.name()).contains(link.master());
        if (free) return Optional.empty();
        return Optional.of(Diagnostic
                .error("MC0703", "interface " + link.name() + " on " + member + " belongs to " + link.master(),
                        new Label(said, "enslaved to " + link.master()))
                .why("an interface can be in only one bridge or bond")
                .fix("remove it from " + link.master() + " on " + member + ", or use " + link.master()));
    }

    private static boolean isUplink(Declaration declaration) {
        return declaration.kind().name().equals(KindName.UPLINK);
    }

    /**
     * No interface of a member has the name of a network that is to be made: once the interface is an uplink's, LXD counts
     * the uplink as a user of that network and lets nobody remove them ({@code lxd/network/network_utils.go UsedBy}).
     */
    public static List<Diagnostic> namesakes(Change network, PlanningContext now) {
        String name = network.id().name();
        Declaration declaration = network.desired().orElseThrow().declaration();
        boolean own = now.members().stream().anyMatch(m -> declaration.setting("nic", m)
                .filter(nic -> nic.value().text().equals(name)).isPresent());
        if (own || !network.id().project().isEmpty()) return List.of();
        return now.members().stream().filter(m -> Link.of(now.seen(), m, name).isPresent()).limit(1)
                .map(m -> Diagnostic.error("MC0755", network.id() + " has the name of an interface of " + m,
                        new Label(declaration.span(), m + " has an interface " + name))
                        .why(network.id().kind().equals(KindName.BRIDGE)
                                ? "each member gets an interface of the bridge's name"
                                : "LXD counts users of the interface as users of the network, so neither can be removed")
                        .fix("choose another name"))
                .toList();
    }

    /** {@code eth0}, or {@code eth0.210} where the uplink takes that VLAN of it. */
    private static String device(Declaration uplink, Value nic, String member) {
        return nic.text() + uplink.setting("vlan", member).map(vlan -> "." + vlan.value().text()).orElse("");
    }

    private static boolean isBridge(Link link, String member, PlanningContext now) {
        boolean ports = Link.of(now.seen(), member).stream().anyMatch(l -> l.master().equals(link.name()));
        return link.kind().equals(KindName.BRIDGE) || link.kind().isEmpty() && ports
                || OvsdbTable.of(now.seen().member(member, Ovn.BRIDGES)).stream()
                        .anyMatch(row -> OvsdbTable.text(row.get("name")).equals(link.name()));
    }

    /** Each member's tunnel address stands on the interface that the underlay names. */
    public static List<Diagnostic> holding(DesiredResource desired, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (String member : now.members()) {
            DesiredValue address = desired.values().get(new Field("address", member));
            Optional<Setting> nic = desired.declaration().setting("nic", member);
            if (address == null || nic.isEmpty()) continue;
            String name = nic.get().value().text();
            Optional<Link> link = Link.of(now.seen(), member, name);
            if (link.isEmpty() || link.get().addresses().contains(address.value())) continue;
            String has = link.get().addresses().isEmpty() ? "no address" : String.join(", ", link.get().addresses());
            obstacles.add(Diagnostic.error("MC0704", address.value() + " is not on " + name + " of " + member,
                    new Label(address.span(), name + " on " + member + " has " + has),
                    new Label(nic.get().span(), "the underlay's interface"))
                    .why("tunnels do not work if the member does not have the address")
                    .fix("give " + name + " on " + member + " the address " + address.value()
                            + " (mcnet does not configure hosts), or declare the one it has"));
        }
        return obstacles;
    }

    /** All members have the same MTU on the underlay, and the declared one where the file promises it. */
    public static List<Diagnostic> sameMtu(Declaration declaration, PlanningContext now) {
        Map<Integer, List<String>> members = new TreeMap<>();
        for (String member : now.members()) {
            declaration.setting("nic", member)
                    .flatMap(n -> Link.of(now.seen(), member, n.value().text()))
                    .ifPresent(l -> members.computeIfAbsent(l.mtu(), m -> new ArrayList<>()).add(member));
        }
        Optional<Setting> promise = declaration.setting("mtu");
        boolean kept = promise.isEmpty()
                || members.keySet().stream().allMatch(m -> promise.get().value().text().equals("" + m));
        if (members.size() < 2 && kept) return List.of();
        String said = members.entrySet().stream()
                .map(e -> e.getKey() + " on " + String.join(", ", e.getValue()))
                .collect(Collectors.joining("; "));
        return List.of(Diagnostic.error("MC0705", members.size() < 2
                ? "the underlay's MTU differs from the declared one"
                : "the members' underlay interfaces differ in MTU",
                new Label(promise.map(p -> p.value().span()).orElse(declaration.span()), said))
                .why("a tunnel cannot carry packets larger than the MTU of its smaller end")
                .fix("set one MTU on all of them (mcnet does not configure hosts)"));
    }

    /** Bridges and ports that LXD and OVN made for themselves. */
    private static boolean isOurs(String name) {
        return Product.isUplinkBridge(name) || name.startsWith("genev_sys") || name.equals("ovs-system")
                || name.equals("br-int") || name.equals("ovs-netdev");
    }
}
