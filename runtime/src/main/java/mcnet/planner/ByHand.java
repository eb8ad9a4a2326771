package mcnet.planner;

import mcnet.plan.ResourceId;

/** What a person types to remove an object, with the server's own client. */
final class ByHand {
    private ByHand() {}

    static String removal(ResourceId id) {
        return switch (id.kind()) {
            case "acl" -> "lxc network acl delete ";
            case "forward" -> "lxc network forward delete " + id.network() + " ";
            case "balancer" -> "lxc network load-balancer delete " + id.network() + " ";
            case "zone" -> "lxc network zone delete ";
            case "profile", "project" -> "lxc " + id.kind() + " delete ";
            default -> "lxc network delete ";
        } + id.name() + (id.project().isEmpty() ? "" : " --project " + id.project());
    }
}
