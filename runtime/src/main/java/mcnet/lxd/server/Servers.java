package mcnet.lxd.server;

import java.util.List;
import mcnet.module.PlanningContext;
import mcnet.product.Server;
import mcnet.product.ServerFacts;

/** The servers of a cluster. */
public final class Servers {
    private Servers() {}

    /** One for each member: during an upgrade they differ. */
    public static List<Server> all(PlanningContext now) {
        return now.members().stream().map(member -> Server.of(member, now.seen().member(member, "/1.0").value()))
                .toList();
    }

    /** Whether all members must take part when a project is made or removed. */
    public static boolean areProjectsOfAll(PlanningContext now) {
        return all(now).stream().map(ServerFacts::of).anyMatch(ServerFacts::projectsNeedAll);
    }
}
