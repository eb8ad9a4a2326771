package mcnet.planner;

import mcnet.diagnostic.Diagnostic;
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

    static String note(Found found) {
        return found.status().equals(PENDING)
                ? "half made (Pending: announced on some members, never created)"
                : "half made (" + found.status() + ": its creation failed on some member)";
    }

    /** One that is half made and not in the file; nobody can say whose it is. */
    static Diagnostic ofNobody(Found found) {
        return Diagnostic.warning("MC0714", found.id() + " on the cluster is half made and not in the file")
                .why("LXD says " + found.status() + ", and it has no mark of this program")
                .fix("if nobody is at work on it: " + ByHand.removal(found.id()));
    }
}
