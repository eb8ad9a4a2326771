package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.lxd.project.Projects;
import mcnet.model.Declaration;
import mcnet.model.IgnoredPaths;
import mcnet.model.Ip;
import mcnet.model.KindName;
import mcnet.model.Setting;
import mcnet.module.PlanningContext;
import mcnet.plan.Mark;
import mcnet.plan.ResourceId;

/**
 * An uplink as it is after the plan, as far as it concerns the addresses of routers on it.
 *
 * @param name of a physical network, or of a bridge
 */
public record PlannedUplink(String name, PlanningContext now) {
    /** Where LXD takes a gateway from: a bridge has its own address, a physical network a key for it. */
    private static final List<String> GATEWAYS = List.of("address", "gateway");
    /** As many of a range are tried as a person would. */
    private static final int TRIED = 4096;

    /** Whether the file or the cluster has it at all. */
    boolean known() {
        return declared().isPresent() || seen().isPresent();
    }

    /** Without a gateway LXD gives routers no address of this family ({@code driver_ovn.go allocateUplinkPortIPs}). */
    boolean hasGateway(String family) {
        return gateways(family).stream().anyMatch(gateway -> gateway.contains("/"));
    }

    private List<String> gateways(String family) {
        return GATEWAYS.stream().map(word -> value(family + "." + word, family + "." + word)).toList();
    }

    /** Where routers get their addresses, as the server spells it; empty where any will do. */
    String ranges(String family) {
        return value(family + ".ranges", family + ".ovn.ranges");
    }

    /** What the outside routes here, as the server spells it. */
    String routes(String family) {
        return value(family + ".routes", family + ".routes");
    }

    /**
     * Whether several networks may have the same route, which LXD heeds where traffic comes in routed
     * ({@code lxd/network/driver_ovn.go uplinkHasIngressRoutedAnycastIPv4}).
     */
    public boolean isAnycast(String family) {
        return LxdConfig.isTrue(value(family + ".anycast", family + ".routes.anycast"))
                && value("ingress", "ovn.ingress_mode").equals("routed");
    }

    /** The same as the cluster has it now. */
    String routesNow(String family) {
        return seen().map(u -> config(u, family + ".routes")).orElse("");
    }

    /** Whether LXD lets a router have this address ({@code driver_ovn.go Validate}). */
    boolean allows(String family, String address) {
        return RouterAddresses.isIn(ranges(family), address);
    }

    /**
     * An address that no router on it has or is to have, as far as was asked.
     *
     * @param after how many that are free are passed over
     */
    Optional<String> free(String family, int after) {
        Stream<String> declared = now.program().all(KindName.NETWORK)
                .flatMap(n -> n.setting(family + ".outside").stream())
                .map(s -> s.value().text());
        Set<IPAddress> taken = Stream.of(declared,
                networks().map(n -> config(n, "volatile.network." + family + ".address")), gateways(family).stream())
                .flatMap(addresses -> addresses).map(a -> Ip.read(a.replaceFirst("/.*", "")))
                .filter(Objects::nonNull).collect(Collectors.toSet());
        return RouterAddresses.ranges(ranges(family)).stream()
                .flatMap(range -> Stream.iterate(range.getLower(), a -> a.increment(1)).limit(TRIED)
                        .takeWhile(range::contains))
                .filter(address -> !taken.contains(address)).skip(after).findFirst().map(IPAddress::toCanonicalString);
    }

    /** The networks that the cluster has on it, of all projects that were asked for. */
    private Stream<JsonNode> networks() {
        return Projects.of(now).stream().flatMap(p -> now.seen().of(LxdNetworks.list(p)).value().valueStream())
                .filter(n -> config(n, "network").equals(name));
    }

    private String value(String path, String key) {
        return value(declared(), seen(), path, key);
    }

    /** What the file says; else what the cluster has, unless the plan takes it away because the file says it no longer. */
    static String value(Optional<Declaration> declared, Optional<JsonNode> seen, String path, String key) {
        Optional<Declaration> saying = declared.filter(d -> !IgnoredPaths.of(d).has(path));
        Optional<String> said = saying.flatMap(d -> d.setting(path)).map(Setting::value).map(v -> v.text());
        if (said.isPresent()) return said.get();
        String held = seen.map(u -> LxdConfig.of(u).getOrDefault(key, "")).orElse("");
        boolean goes = saying.isPresent() && seen.flatMap(u -> Mark.of(LxdConfig.of(u)))
                .filter(m -> m.keys().contains(path)).isPresent();
        return goes ? "" : held;
    }

    private Optional<Declaration> declared() {
        return declared(name, now);
    }

    /** An uplink or a bridge of this program. */
    public static Optional<Declaration> declared(String name, PlanningContext now) {
        return now.program().find(KindName.UPLINK, name).or(() -> now.program().find(KindName.BRIDGE, name));
    }

    private Optional<JsonNode> seen() {
        return LxdNetworks.seen(new ResourceId(KindName.UPLINK, name), now.seen());
    }

    static String config(JsonNode network, String key) {
        return network.path("config").path(key).asText();
    }
}
