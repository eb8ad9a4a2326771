package mcnet.lxd.traffic;

import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.lxd.ObjectUsers;
import mcnet.lxd.server.Servers;
import mcnet.module.PlanningContext;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.product.ServerFacts;

/**
 * Servers that put a NIC into the port groups of its network's default when it starts, and leave it there: after a change
 * of the default from or to {@code allow}, two NICs of one network are treated differently (felt on Incus 7.0.2).
 */
public final class RunningDefaults {
    private static final String ALLOW = "allow";

    private RunningDefaults() {}

    /** A warning where running instances would keep the default that a network had. */
    public static List<Diagnostic> kept(Change network, PlanningContext now) {
        if (network.action() != Action.CHANGE || network.found().isEmpty()
                || network.found().get().value("acls").isEmpty())
            return List.of();
        List<String> instances = network.found().get().usedBy().stream().map(ObjectUsers::name)
                .filter(user -> user.startsWith("instance ")).toList();
        if (instances.isEmpty() || Servers.all(now).stream().map(ServerFacts::of)
                .noneMatch(ServerFacts::keepsDefaultsOfRunningNics))
            return List.of();
        return Stream.of("ingress", "egress").flatMap(direction -> network.of("otherwise." + direction).stream()
                .filter(d -> d.before().equals(ALLOW) != d.after().equals(ALLOW))
                .map(d -> warning(network, direction, d, instances))).toList();
    }

    private static Diagnostic warning(Change network, String direction, Difference difference,
            List<String> instances) {
        return Diagnostic
                .warning("MC0788", "running instances keep the old default for " + direction + " of " + network.id(),
                        difference.span() == null
                                ? new Label[0]
                                : new Label[]{new Label(difference.span(), "used by "
                                        + String.join(", ", instances))})
                .why("LXD puts a NIC into the port groups of its default when its instance starts, and leaves it there;"
                        + " until then verify reports it")
                .fix("restart them after the apply: lxc restart " + instances.stream()
                        .map(name -> name.replaceFirst("^instance (\\S+).*", "$1"))
                        .collect(Collectors.joining(" ")));
    }
}
