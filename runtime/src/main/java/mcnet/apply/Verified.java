package mcnet.apply;

import mcnet.plan.Proof;
import mcnet.plan.Verdict;

/** A proof and how it turned out. */
public record Verified(Proof proof, Verdict verdict) {

    /** Neither seen nor seen to fail. */
    public boolean isUnknown() {
        return verdict.isUnknown();
    }

    public boolean failed() {
        return verdict.failed();
    }
}
