package mcnet.lxd.traffic;

import inet.ipaddr.IPAddress;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;

/** The addresses of things that a program names: as it says, else as the cluster has them. */
public final class SubjectAddresses {
    private static final List<String> FAMILIES = List.of("ipv4", "ipv6");

    private final PlanningContext now;
    private final String project;

    /** @param project the project from which things are named */
    public SubjectAddresses(PlanningContext now, String project) {
        this.now = now;
        this.project = project;
    }

    /** The prefixes of a network, of both families; empty where the server has still to choose them. */
    public List<IPAddress> ofNetwork(String name) {
        return FAMILIES.stream().flatMap(f -> ofNetwork(name, f).stream()).map(IPAddress::toPrefixBlock).toList();
    }

    /**
     * The router's address inside, with the length of its network.
     *
     * @param family {@code ipv4} or {@code ipv6}
     */
    public Optional<IPAddress> ofNetwork(String name, String family) {
        Optional<Declaration> network = now.program().named(KindName.NETWORK, project, name);
        Optional<Value> said = network.flatMap(n -> n.setting(family + ".address")).map(Setting::value);
        if (said.isPresent() && said.get() instanceof Value.Interface address) return Optional.of(address.address());
        boolean none = network.isPresent() && said.isEmpty()
                && now.program().declarations().contains(network.get());
        if (none) return Optional.empty();
        ResourceId id = new ResourceId(KindName.NETWORK, network.map(n -> n.inside().project()).orElse(project), "",
                network.map(Declaration::name).orElse(name));
        return LxdNetworks.seen(id, now.seen()).map(n -> n.path("config").path(family + ".address").asText())
                .map(a -> Ip.read(a));
    }

    /** Where the hosts of an uplink's own segment are. */
    public List<IPAddress> ofUplink(String name) {
        Optional<Declaration> uplink = now.program().named(KindName.UPLINK, "", name);
        List<IPAddress> all = new ArrayList<>();
        for (String family : FAMILIES) {
            Optional<Value> said = uplink.flatMap(u -> u.setting(family + ".gateway")).map(Setting::value);
            if (said.isPresent() && said.get() instanceof Value.Interface address)
                all.add(address.subnet());
            else
                LxdNetworks.seen(new ResourceId(KindName.UPLINK, name), now.seen())
                        .map(n -> n.path("config").path(family + ".gateway").asText())
                        .map(a -> Ip.read(a)).ifPresent(a -> all.add(a.toPrefixBlock()));
        }
        return all;
    }

    /** The fixed addresses of an instance's NICs. */
    public List<IPAddress> ofInstance(String name) {
        return nics(name).flatMap(SubjectAddresses::fixed).toList();
    }

    /**
     * The fixed address of an instance on a network.
     *
     * @param family that of the address that is looked for
     */
    public Optional<IPAddress> ofInstance(String name, String network, boolean ipv4) {
        return nics(name).filter(n -> n.setting("network").filter(s -> s.value().text().equals(network)).isPresent())
                .flatMap(SubjectAddresses::fixed).filter(a -> a.isIPv4() == ipv4).findFirst();
    }

    private Stream<Declaration> nics(String instance) {
        return now.program().named(KindName.INSTANCE, project, instance).stream().flatMap(i -> i.nested(KindName.NIC));
    }

    private static Stream<IPAddress> fixed(Declaration nic) {
        return Stream.of("address", "ipv4.address", "ipv6.address").flatMap(path -> nic.setting(path).stream())
                .map(Setting::value).filter(Value.Address.class::isInstance).map(v -> ((Value.Address) v).address());
    }
}
