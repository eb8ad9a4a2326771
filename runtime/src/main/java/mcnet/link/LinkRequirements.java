package mcnet.link;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Collectors;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.KindName;
import mcnet.model.Setting;
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

    /** The interface that an attribute names is there on each member. */
    public static List<Diagnostic> present(Declaration declaration, String attribute, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (String member : now.members()) {
            Optional<Setting> nic = declaration.setting(attribute, member);
            if (nic.isEmpty()) continue;
            String name = nic.get().value().text();
            List<Link> links = Link.of(now.seen(), member);
            if (links.stream().anyMatch(l -> l.name().equals(name))) continue;
            String there = links.stream().map(Link::name).filter(n -> !isOurs(n)).sorted()
                    .collect(Collectors.joining(", "));
            obstacles.add(Diagnostic.error("MC0701", "member " + member + " has no interface " + name,
                    new Label(nic.get().value().span(), member + " has " + (there.isEmpty() ? "none" : there)))
                    .why(declaration.title() + " needs this interface on each member")
                    .fix("correct the cabling or the name, or write an exception:"
                            + " on " + member + " { " + attribute + " = … }"));
        }
        return obstacles;
    }

    /**
     * The interface carries no address and belongs to no other bridge: LXD refuses a NIC with a global address as uplink,
     * and takes bridges of the kernel and of Open vSwitch with their addresses. With a VLAN it is that of the NIC which
     * counts ({@code lxd/network/driver_ovn.go startUplinkPortPhysical}).
     */
    public static List<Diagnostic> free(Declaration declaration, String attribute, PlanningContext now) {
        List<Diagnostic> obstacles = new ArrayList<>();
        for (String member : now.members()) {
            Optional<Setting> nic = declaration.setting(attribute, member);
            Optional<Link> link = nic.flatMap(n -> Link.of(now.seen(), member, device(declaration, n, member)));
            if (link.isEmpty() || isBridge(link.get(), member, now)) continue;
            if (!link.get().addresses().isEmpty()) {
                String addresses = String.join(", ", link.get().addresses());
                obstacles.add(Diagnostic
                        .error("MC0702", "interface " + link.get().name() + " on " + member + " has an address",
                                new Label(nic.get().value().span(), "holds " + addresses))
                        .why("LXD accepts an ordinary NIC as uplink only if it has no address")
                        .fix("remove " + addresses + " from " + link.get().name() + " on " + member
                                + " (and from its network configuration), or create a bridge on it and use the"
                                + " bridge"));
            } else if (!link.get().master().isEmpty() && !link.get().master().equals("ovs-system")) {
                obstacles.add(Diagnostic
                        .error("MC0703", "interface " + link.get().name() + " on " + member + " belongs to "
                                + link.get().master(),
                                new Label(nic.get().value().span(), "enslaved to " + link.get().master()))
                        .why("an interface can be in only one bridge or bond")
                        .fix("remove it from " + link.get().master() + " on " + member + ", or use "
                                + link.get().master()));
            }
        }
        return obstacles;
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
                        .why("LXD counts users of the interface as users of the network, so neither can be removed")
                        .fix("choose another name"))
                .toList();
    }

    /** {@code eth0}, or {@code eth0.210} where the uplink takes that VLAN of it. */
    private static String device(Declaration uplink, Setting nic, String member) {
        return nic.value().text() + uplink.setting("vlan", member).map(vlan -> "." + vlan.value().text()).orElse("");
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
