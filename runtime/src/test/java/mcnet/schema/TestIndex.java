package mcnet.schema;

import java.util.Arrays;
import java.util.List;

/** The kinds that the tests of the language speak of, declared as the shipped modules declare theirs. */
public final class TestIndex {
    public static final Index INDEX = Index.of(List.of(cluster(), member(), ssh(), underlay(), uplink(), network()));

    private TestIndex() {}

    private static Kind cluster() {
        return Kind.of("cluster", "Where to connect.");
    }

    private static Kind member() {
        return Kind.of("member", "One machine of the cluster.")
                .within("cluster")
                .naming(Naming.HOSTNAME)
                .with(new Attribute("address", either(new Type.Address(Family.ANY), new Type.Domain()),
                        "What SSH dials."))
                .with(new Attribute("underlay", new Type.Address(Family.ANY), "Its end of the tunnels."));
    }

    private static Kind ssh() {
        return Kind.of("ssh", "How to reach the members.")
                .within("cluster,member")
                .unnamed()
                .with(new Attribute("user", new Type.Text(), "Who logs in."))
                .with(new Attribute("port", new Type.Whole(1, 65535), "Where sshd listens."))
                .with(new Attribute("identity", new Type.Path(), "The private key's file."))
                .with(new Attribute("known_hosts", new Type.Path(), "The file of the hosts' keys."));
    }

    private static Kind underlay() {
        return Kind.of("underlay", "The network that carries the tunnels.")
                .with(new Attribute("nic", new Type.Nic(), "The interface towards the other members.").mandatory()
                        .eachMember())
                .with(new Attribute("subnet",
                        either(new Type.Subnet(Family.ANY), new Type.ListOf(new Type.Subnet(Family.ANY))),
                        "Where the members' tunnel addresses lie."))
                .with(new Attribute("mtu", mtu(), "What its links carry."))
                .with(new Attribute("address", new Type.Address(Family.ANY), "A member's end of the tunnels.")
                        .eachMember());
    }

    private static Kind uplink() {
        Kind kind = Kind.of("uplink", "External connectivity.")
                .naming(Naming.NETWORK)
                .module("mcnet.module.Uplink")
                .with(new Attribute("nic", new Type.Nic(), "The interface towards the outside.").mandatory()
                        .eachMember()
                        .key("parent"))
                .with(new Attribute("vlan", new Type.Whole(0, 4094), "VLAN on the interface.").key("vlan"))
                .with(new Attribute("mtu", mtu(), "MTU of the interface.").key("mtu"))
                .with(new Attribute("dns", new Type.ListOf(new Type.Address(Family.ANY)), "Resolvers.")
                        .key("dns.nameservers"))
                .with(new Attribute("description", text(), "For people."))
                .with(new Attribute("gvrp", truth(), "Announce the VLAN.").key("gvrp"))
                .with(new Attribute("protect", truth(), "Refuse removal."))
                .with(new Attribute("ingress", new Type.Words(List.of("l2proxy", "routed")), "How traffic comes in.")
                        .key("ovn.ingress_mode"));
        for (Family family : List.of(Family.IPV4, Family.IPV6)) {
            String block = family.name().toLowerCase(java.util.Locale.ROOT);
            kind = kind.block(block, "The family's addresses.")
                    .with(new Attribute(block + ".gateway", new Type.Interface(family), "The way out.")
                            .key(block + ".gateway"))
                    .with(new Attribute(block + ".ranges", new Type.ListOf(new Type.Range(family)),
                            "Where routers of networks get their addresses.").key(block + ".ovn.ranges"))
                    .with(new Attribute(block + ".routes", new Type.ListOf(new Type.Subnet(family)),
                            "What is routed to the uplink.").key(block + ".routes"))
                    .with(new Attribute(block + ".anycast", truth(), "Allow overlaps.").key(block + ".routes.anycast"));
        }
        return kind;
    }

    private static Kind network() {
        Kind kind = Kind.of("network", "An OVN network.")
                .naming(Naming.NETWORK)
                .module("mcnet.module.Network")
                .with(new Attribute("uplink", new Type.Reference("uplink"), "Its way to the outside.").mandatory()
                        .key("network"))
                .with(new Attribute("mtu", mtu(), "MTU of its instances.").key("bridge.mtu"))
                .with(new Attribute("mac", new Type.Mac(), "MAC of its router.").key("bridge.hwaddr"))
                .with(new Attribute("domain", new Type.Domain(), "Domain of its instances.").key("dns.domain"))
                .with(new Attribute("search", new Type.ListOf(new Type.Domain()), "Search list.").key("dns.search"))
                .with(new Attribute("description", text(), "For people."))
                .with(new Attribute("protect", truth(), "Refuse removal."));
        for (Family family : List.of(Family.IPV4, Family.IPV6)) {
            String block = family.name().toLowerCase(java.util.Locale.ROOT);
            Type dhcp = family == Family.IPV4 ? truth() : either(truth(), new Type.Words(List.of("stateful")));
            kind = kind.block(block, "The family's addresses.", "none")
                    .with(new Attribute(block + ".address",
                            either(new Type.Interface(family), new Type.Words(List.of("auto"))),
                            "The router's address.")
                            .key(block + ".address")
                            .absent("none"))
                    .with(new Attribute(block + ".nat", truth(), "Hide the network behind its router.")
                            .key(block + ".nat"))
                    .with(new Attribute(block + ".dhcp", dhcp, "Hand out addresses.").key(block + ".dhcp"))
                    .with(new Attribute(block + ".outside", new Type.Address(family), "The router's address outside.")
                            .key("volatile.network." + block + ".address"));
        }
        return kind;
    }

    private static Type text() {
        return new Type.Text();
    }

    private static Type truth() {
        return new Type.Truth();
    }

    private static Type mtu() {
        return new Type.Whole(1280, 16384);
    }

    private static Type either(Type... types) {
        return new Type.Either(Arrays.asList(types));
    }
}
