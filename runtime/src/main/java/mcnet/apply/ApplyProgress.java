package mcnet.apply;

import java.time.Duration;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Step;

/** Who watches an apply. Called from several threads, one call at a time. */
public interface ApplyProgress {

    void started(Step step);

    void done(Step step, Duration took);

    void failed(Step step, Diagnostic reason);
}
