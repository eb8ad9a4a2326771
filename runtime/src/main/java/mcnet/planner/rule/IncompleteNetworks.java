package mcnet.planner.rule;

import mcnet.diagnostic.Diagnostic;
import mcnet.lxd.server.Operations;
import mcnet.module.PlanningContext;
import mcnet.plan.ObservedResource;
import mcnet.planner.RemovalCommand;

/**
 * Networks whose creation did not end. {@code Pending} ones are only announced, member by member; {@code Errored} ones
 * failed on some member. LXD changes neither and lets nothing use them, but removes both cleanly, so they are cleared
 * and made anew.
 */
public final class IncompleteNetworks {
    private static final String PENDING = "Pending";

    private IncompleteNetworks() {}

    /** A network that is only announced carries no mark yet: LXD takes none before the creation as a whole. */
    public static boolean isAnnounced(ObservedResource found) {
        return found.status().equals(PENDING) && found.mark().isEmpty();
    }

    public static String note(ObservedResource found, PlanningContext now) {
        if (Operations.areOn(found.id(), now))
            return "incomplete (" + found.status() + ": the server is working on it now; plan again in a moment)";
        return found.status().equals(PENDING)
                ? "incomplete (Pending: defined on some members, never created)"
                : "incomplete (" + found.status() + ": its creation failed on some member)";
    }

    /**
     * Whether it may be whole in a moment. An {@code Errored} network is in work only while an operation on it runs, where
     * the server tells; one that is {@code Pending} may be between two calls of whoever announces it.
     */
    public static boolean mayBecomeWhole(ObservedResource found, PlanningContext now) {
        return found.status().equals(PENDING) || !Operations.told(now) || Operations.areOn(found.id(), now);
    }

    /** One that is half made and not in the file; nobody can say whose it is. */
    public static Diagnostic ofNobody(ObservedResource found, PlanningContext now) {
        return Diagnostic.warning("MC0714", found.id() + " on the cluster is incomplete and not in the file")
                .why("LXD says " + found.status() + ", and it has no mark of this program")
                .fix("if nobody is creating it now: " + RemovalCommand.removal(found.id(), now));
    }
}
