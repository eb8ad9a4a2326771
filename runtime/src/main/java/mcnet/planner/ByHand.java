package mcnet.planner;

import mcnet.module.ReverseZones;
import mcnet.plan.ResourceId;

/** What a person types to remove an object, with the server's own client. */
final class ByHand {
    private ByHand() {}

    static String removal(ResourceId id) {
        return switch (id.kind()) {
            case "acl" -> "lxc network acl delete ";
            case "forward" -> "lxc network forward delete " + id.network() + " ";
            case "balancer" -> "lxc network load-balancer delete " + id.network() + " ";
            case "pool" -> "lxc network load-balancer pool delete " + id.network() + " ";
            case "peer" -> "lxc network peer delete ";
            case "zone" -> "lxc network zone delete ";
            case "record" -> "lxc network zone record delete " + ReverseZones.server(id.network()) + " ";
            case "profile", "project" -> "lxc " + id.kind() + " delete ";
            default -> "lxc network delete ";
        } + name(id) + project(id);
    }

    /** What a person types to take mcnet's mark off an object. */
    static String unmarking(ResourceId id) {
        return switch (id.kind()) {
            case "acl" -> "lxc network acl unset ";
            case "forward" -> "lxc network forward unset " + id.network() + " ";
            case "peer" -> "lxc network peer unset ";
            case "zone" -> "lxc network zone unset ";
            case "profile", "project" -> "lxc " + id.kind() + " unset ";
            case "instance" -> "lxc config unset ";
            default -> "lxc network unset ";
        } + name(id) + " user.mcnet.program" + project(id);
    }

    /** As the server's client takes it: a side of a peering is a network and a name. */
    private static String name(ResourceId id) {
        if (id.kind().equals("peer")) return id.name().replace(" <-> ", " ");
        return id.kind().equals("zone") ? ReverseZones.server(id.name()) : id.name();
    }

    private static String project(ResourceId id) {
        return id.project().isEmpty() ? "" : " --project " + id.project();
    }
}
