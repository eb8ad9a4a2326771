package mcnet.apply.lock;

import mcnet.diagnostic.Diagnostic;

/** The lease was not to be had. */
public final class LockUnavailable extends Exception {
    private final transient Diagnostic reason;
    private final boolean held;

    /** @param held whether another is at work; else it failed for another reason */
    LockUnavailable(Diagnostic reason, boolean held) {
        super(reason.message());
        this.reason = reason;
        this.held = held;
    }

    /** The server refused, or did not tell. */
    static LockUnavailable because(String why) {
        return new LockUnavailable(Diagnostic.error("MC0931", "could not get the cluster lock").why(why)
                .fix("run it again; `lxc network acl list` shows the locks as " + LockRecord.PREFIX + "N"), false);
    }

    public boolean held() {
        return held;
    }

    public Diagnostic reason() {
        return reason;
    }
}
