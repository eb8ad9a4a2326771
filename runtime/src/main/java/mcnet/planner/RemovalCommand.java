package mcnet.planner;

import java.util.List;
import java.util.stream.Collectors;
import mcnet.diagnostic.ShellWords;
import mcnet.lxd.traffic.LxdPeerings;
import mcnet.lxd.zone.ReverseZones;
import mcnet.module.PlanningContext;
import mcnet.plan.ResourceId;

/** What a person types to remove an object, with the server's own client. */
public final class RemovalCommand {
    private RemovalCommand() {}

    public static String removal(ResourceId id, PlanningContext now) {
        if (id.kind().equals("peer")) return ofSides(id, now, "delete", "");
        return switch (id.kind()) {
            case "acl" -> "lxc network acl delete ";
            case "forward" -> "lxc network forward delete " + ShellWords.quoted(id.network()) + " ";
            case "balancer" -> "lxc network load-balancer delete " + ShellWords.quoted(id.network()) + " ";
            case "pool" -> "lxc network load-balancer pool delete " + ShellWords.quoted(id.network()) + " ";
            case "zone" -> "lxc network zone delete ";
            case "record" ->
                "lxc network zone record delete " + ShellWords.quoted(ReverseZones.server(id.network())) + " ";
            case "profile", "project" -> "lxc " + id.kind() + " delete ";
            default -> "lxc network delete ";
        } + name(id) + project(id);
    }

    /** What a person types to take mcnet's mark off an object. */
    public static String unmarking(ResourceId id, PlanningContext now) {
        if (id.kind().equals("peer")) return ofSides(id, now, "unset", " user.mcnet.program");
        return switch (id.kind()) {
            case "acl" -> "lxc network acl unset ";
            case "forward" -> "lxc network forward unset " + ShellWords.quoted(id.network()) + " ";
            case "zone" -> "lxc network zone unset ";
            case "profile", "project" -> "lxc " + id.kind() + " unset ";
            case "instance" -> "lxc config unset ";
            default -> "lxc network unset ";
        } + name(id) + " user.mcnet.program" + project(id);
    }

    /** Each side of a peering is an object of its own, called as somebody liked. */
    private static String ofSides(ResourceId peer, PlanningContext now, String verb, String rest) {
        return LxdPeerings.pair(peer, now).map(LxdPeerings.Pair::sides).orElse(List.of()).stream()
                .map(side -> "lxc network peer " + verb + " " + ShellWords.quoted(side.network().name()) + " "
                        + ShellWords.quoted(side.name()) + rest + project(side.network()))
                .collect(Collectors.joining("; "));
    }

    /** As the server's client takes it. */
    private static String name(ResourceId id) {
        return ShellWords.quoted(id.kind().equals("zone") ? ReverseZones.server(id.name()) : id.name());
    }

    private static String project(ResourceId id) {
        return id.project().isEmpty() ? "" : " --project " + ShellWords.quoted(id.project());
    }
}
