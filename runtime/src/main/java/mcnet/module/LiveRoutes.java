package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
import mcnet.model.Ip;
import mcnet.model.Setting;
import mcnet.model.Value;
import mcnet.plan.ResourceId;
import mcnet.plan.Wanted;

/**
 * The routes of an uplink that others own, as the cluster has them. What listens outside of them is refused midway
 * ({@code lxd/network/driver_ovn.go validateExternalSubnet}: {@code Uplink network doesn't contain … in its routes}).
 * Those of a declared uplink are the file's own matter, and checked there.
 */
public final class LiveRoutes {
    private LiveRoutes() {}

    /**
     * @param listener something that listens at {@code address} for its network
     * @param family of the address, {@code ipv4}
     */
    public static List<Diagnostic> outside(Wanted listener, IPAddress address, String family, Situation now) {
        Optional<String> name = uplink(listener.id(), now);
        if (name.isEmpty() || now.program().find("uplink", name.get()).isPresent()) return List.of();
        Optional<JsonNode> uplink = LxdNetworks.seen(new ResourceId("uplink", name.get()), now.seen());
        if (uplink.isEmpty()) return List.of();
        String routes = uplink.get().path("config").path(family + ".routes").asText();
        if (holds(routes, address)) return List.of();
        return List.of(Diagnostic
                .error("MC0841", listener.id() + " is outside the routes of uplink " + name.get(),
                        new Label(listener.declaration().span(),
                                routes.isEmpty()
                                        ? name.get() + " has no " + family + ".routes"
                                        : "it routes " + routes))
                .why("the server takes an address only where the uplink routes it here")
                .fix("choose an address there, or let the uplink's owner add one: lxc network set " + name.get() + " "
                        + family + ".routes=" + (routes.isEmpty() ? "" : routes + ",") + address + "/"
                        + address.getBitCount()));
    }

    /** Whether the uplink of the listener's network routes an address: as the file says, else as the cluster has it. */
    public static boolean hold(Wanted listener, IPAddress address, String family, Situation now) {
        Optional<String> name = uplink(listener.id(), now);
        Optional<Setting> said = name.flatMap(n -> now.program().find("uplink", n))
                .flatMap(u -> u.setting(family + ".routes"));
        if (said.isPresent())
            return said.get().value() instanceof Value.Many many
                    && many.values().stream().anyMatch(v -> v instanceof Value.Subnet(IPAddress subnet, _)
                            && subnet.contains(address));
        return name.flatMap(n -> LxdNetworks.seen(new ResourceId("uplink", n), now.seen()))
                .filter(u -> holds(u.path("config").path(family + ".routes").asText(), address)).isPresent();
    }

    private static boolean holds(String routes, IPAddress address) {
        return Arrays.stream(routes.split(",")).map(r -> Ip.read(r.strip()))
                .anyMatch(route -> route != null && route.contains(address));
    }

    private static Optional<String> uplink(ResourceId listener, Situation now) {
        Optional<String> said = now.program().named("network", listener.project(), listener.network())
                .flatMap((Declaration n) -> n.setting("uplink")).map(s -> s.value().text());
        ResourceId network = new ResourceId("network", listener.project(), "", listener.network());
        return said.or(() -> LxdNetworks.seen(network, now.seen()).map(n -> n.path("config").path("network").asText()))
                .filter(u -> !u.isEmpty());
    }
}
