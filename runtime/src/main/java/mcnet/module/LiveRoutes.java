package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import inet.ipaddr.IPAddress;
import inet.ipaddr.IPAddressString;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.model.Declaration;
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
        boolean inside = Arrays.stream(routes.split(",")).map(r -> new IPAddressString(r.strip()).getAddress())
                .anyMatch(route -> route != null && route.contains(address));
        if (inside) return List.of();
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

    private static Optional<String> uplink(ResourceId listener, Situation now) {
        Optional<String> said = now.program().named("network", listener.project(), listener.network())
                .flatMap((Declaration n) -> n.setting("uplink")).map(s -> s.value().text());
        ResourceId network = new ResourceId("network", listener.project(), "", listener.network());
        return said.or(() -> LxdNetworks.seen(network, now.seen()).map(n -> n.path("config").path("network").asText()))
                .filter(u -> !u.isEmpty());
    }
}
