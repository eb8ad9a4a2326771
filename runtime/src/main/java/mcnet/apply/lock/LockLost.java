package mcnet.apply.lock;

import mcnet.diagnostic.Diagnostic;

/** The cluster is not ours any more, or may not be: nothing may be changed. */
public final class LockLost extends Exception {
    private final transient Diagnostic reason;

    LockLost(Diagnostic reason) {
        super(reason.message());
        this.reason = reason;
    }

    public Diagnostic reason() {
        return reason;
    }
}
