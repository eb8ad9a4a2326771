package mcnet.apply;

import mcnet.plan.Probe;
import mcnet.plan.Verdict;

/** A proof and how it turned out. */
public record ProbeResult(Probe probe, Verdict verdict) {

    /** Neither seen nor seen to fail. */
    public boolean isUnknown() {
        return verdict.isUnknown();
    }

    public boolean failed() {
        return verdict.failed();
    }
}
