package mcnet.module;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.plan.Change;

/**
 * Networks that a changed uplink leaves as they were. LXD hands on its resolvers and its ingress mode, and nothing else,
 * until the network itself changes ({@code lxd/network/driver_ovn.go handleDependencyChange}).
 */
public final class Stale {
    private static final List<String> NOT_HANDED_ON = List.of("ipv4.gateway", "ipv4.ranges", "ipv6.gateway",
            "ipv6.ranges", "mtu");

    private Stale() {}

    public static List<Diagnostic> behind(Change uplink, Situation now) {
        List<String> changed = NOT_HANDED_ON.stream().filter(path -> !uplink.of(path).isEmpty()).toList();
        if (changed.isEmpty()) return List.of();
        List<String> networks = new ArrayList<>();
        for (String project : Projects.of(now))
            for (JsonNode network : now.seen().of(LxdNetworks.list(project)).value())
                if (network.path("config").path("network").asText().equals(uplink.id().name()))
                    networks.add((project.isEmpty() ? "" : project + ".") + network.path("name").asText());
        if (networks.isEmpty()) return List.of();
        return List.of(Diagnostic.warning("MC0744", "networks keep what they have of " + uplink.id() + ": "
                + String.join(", ", networks), new Label(uplink.span(), "changes " + String.join(", ", changed)))
                .why("LXD tells existing networks of new resolvers and of the ingress mode only; their routers keep"
                        + " their addresses and ways out until the networks themselves change")
                .fix("say the new address in each: ipv4 { outside = … }"));
    }
}
