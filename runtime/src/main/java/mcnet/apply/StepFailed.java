package mcnet.apply;

import mcnet.diagnostic.Diagnostic;

/** A step did not work. */
final class StepFailed extends Exception {
    private final transient Diagnostic reason;

    StepFailed(Diagnostic reason) {
        super(reason.message());
        this.reason = reason;
    }

    Diagnostic reason() {
        return reason;
    }
}
