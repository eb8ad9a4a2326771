package mcnet.apply.lease;

import mcnet.diagnostic.Diagnostic;

/** The cluster is not ours any more, or may not be: nothing may be changed. */
public final class LeaseLost extends Exception {
    private final transient Diagnostic reason;

    LeaseLost(Diagnostic reason) {
        super(reason.message());
        this.reason = reason;
    }

    public Diagnostic reason() {
        return reason;
    }
}
