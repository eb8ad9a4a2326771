package mcnet.apply.lease;

import mcnet.diagnostic.Diagnostic;

/** The lease was not to be had. */
public final class NotTaken extends Exception {
    private final transient Diagnostic reason;
    private final boolean held;

    /** @param held whether another is at work; else it failed for another reason */
    NotTaken(Diagnostic reason, boolean held) {
        super(reason.message());
        this.reason = reason;
        this.held = held;
    }

    public boolean held() {
        return held;
    }

    public Diagnostic reason() {
        return reason;
    }
}
