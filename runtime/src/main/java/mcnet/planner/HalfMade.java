package mcnet.planner;

import mcnet.diagnostic.Diagnostic;
import mcnet.module.Operations;
import mcnet.module.Situation;
import mcnet.plan.Found;

/**
 * Networks whose creation did not end. {@code Pending} ones are only announced, member by member; {@code Errored} ones
 * failed on some member. LXD changes neither and lets nothing use them, but removes both cleanly, so they are cleared
 * and made anew.
 */
final class HalfMade {
    private static final String PENDING = "Pending";

    private HalfMade() {}

    /** A network that is only announced carries no mark yet: LXD takes none before the creation as a whole. */
    static boolean isAnnounced(Found found) {
        return found.status().equals(PENDING) && found.mark().isEmpty();
    }

    static String note(Found found, Situation now) {
        if (Operations.areOn(found.id(), now))
            return "half made (" + found.status() + ": the server is at work on it now; plan again in a moment)";
        return found.status().equals(PENDING)
                ? "half made (Pending: announced on some members, never created)"
                : "half made (" + found.status() + ": its creation failed on some member)";
    }

    /**
     * Whether it may be whole in a moment. An {@code Errored} network is in work only while an operation on it runs, where
     * the server tells; one that is {@code Pending} may be between two calls of whoever announces it.
     */
    static boolean mayBecomeWhole(Found found, Situation now) {
        return found.status().equals(PENDING) || !Operations.told(now) || Operations.areOn(found.id(), now);
    }

    /** One that is half made and not in the file; nobody can say whose it is. */
    static Diagnostic ofNobody(Found found, Situation now) {
        return Diagnostic.warning("MC0714", found.id() + " on the cluster is half made and not in the file")
                .why("LXD says " + found.status() + ", and it has no mark of this program")
                .fix("if nobody is at work on it: " + ByHand.removal(found.id(), now));
    }
}
