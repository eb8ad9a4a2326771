package mcnet.lxd.uplink;

import com.fasterxml.jackson.databind.JsonNode;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.LxdConfig;
import mcnet.lxd.LxdNetworks;
import mcnet.model.Declaration;
import mcnet.module.PlanningContext;
import mcnet.module.StepBuilder;
import mcnet.plan.Change;
import mcnet.plan.ResourceId;

/**
 * What makes LXD write a network into the northbound database anew. It does so when a key changes that is not the
 * user's own ({@code lxd/network/driver_ovn.go Update}); here one changes between two spellings of the same value.
 *
 * @param held the key's value now; empty: it is not set
 */
public record NorthboundRewrite(ResourceId network, String description, String held) {
    private static final String KEY = "ipv4.dhcp";

    /** @param seen the network as LXD lists it */
    public static NorthboundRewrite of(ResourceId network, JsonNode seen) {
        return new NorthboundRewrite(network, seen.path(LxdConfig.DESCRIPTION).asText(),
                seen.path("config").path(KEY).asText());
    }

    /** As a person does it. */
    public String commands() {
        String project = network.project().isEmpty() ? "" : " --project " + ShellWords.quoted(network.project());
        String name = ShellWords.quoted(network.name());
        String back = held.isEmpty()
                ? "lxc network unset " + name + " " + KEY
                : "lxc network set " + name + " " + KEY + "=" + ShellWords.quoted(held);
        return "lxc network set " + name + " " + KEY + "=" + other() + project + " && " + back + project;
    }

    /** As it is to be done when the network has become what its declaration says. */
    static NorthboundRewrite afterwards(ResourceId network, JsonNode seen, PlanningContext now) {
        Optional<Declaration> declared = UplinkNetworks.declaration(network, now);
        return new NorthboundRewrite(network,
                PlannedUplink.value(declared, Optional.of(seen), LxdConfig.DESCRIPTION, LxdConfig.DESCRIPTION),
                PlannedUplink.value(declared, Optional.of(seen), KEY, KEY));
    }

    /** As a step of another object's change. */
    StepBuilder after(Change change, PlanningContext now) {
        return StepBuilder.on(change, now.lead(), "renew network " + network.title() + " after " + change.id())
                .patch(LxdNetworks.path(network), LxdConfig.body(Map.of(KEY, other()), description),
                        new LinkedHashMap<>())
                .patch(LxdNetworks.path(network), LxdConfig.body(Map.of(KEY, held), description),
                        new LinkedHashMap<>());
    }

    private String other() {
        return switch (held) {
            case "" -> "true";
            case "true", "yes", "on" -> "1";
            case "1" -> "true";
            case "0" -> "false";
            default -> "0";
        };
    }
}
