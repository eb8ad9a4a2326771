package mcnet.operation;

import java.util.List;
import mcnet.apply.ApplyProgress;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Plan;

/** Who is shown an apply while it goes on. */
public interface ApplyView {

    /** @return whether the apply ends because of them: one is an error, or warnings count as errors */
    boolean report(List<Diagnostic> diagnostics);

    /** What is waited for. */
    void waits(String text);

    /** The cluster changed between the plan that was shown and the lock; this plan is carried out instead. */
    void replanned(Plan current);

    /** Who watches the steps of the plan that is carried out. */
    ApplyProgress progress(Plan current);
}
