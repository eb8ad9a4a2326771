package mcnet.report.text;

import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.SequencedSet;
import java.util.stream.Collectors;
import mcnet.apply.ApplyProgress;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Plan;
import mcnet.plan.Step;
import mcnet.report.terminal.TerminalStream;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;

/**
 * A line for each step when it ends, with its number in the plan and its member. On a terminal the last line tells what is
 * running.
 */
public final class ProgressText implements ApplyProgress {
    private final Plan plan;
    private final TerminalStream out;
    private final TextOptions options;
    private final boolean terminal;
    private final SequencedSet<Step> running = new LinkedHashSet<>();

    public ProgressText(Plan plan, TerminalStream out, TextOptions options, boolean terminal) {
        this.plan = plan;
        this.out = out;
        this.options = options;
        this.terminal = terminal;
    }

    @Override
    public void started(Step step) {
        running.add(step);
        showRunning();
    }

    @Override
    public void done(Step step, Duration took) {
        ended(step, options.style().good("done")
                .append(options.style().faint(" in %.1f s".formatted(took.toMillis() / 1000.0))));
    }

    @Override
    public void failed(Step step, Diagnostic reason) {
        ended(step, options.style().bad("failed"));
    }

    private void ended(Step step, TerminalText how) {
        running.remove(step);
        out.println(TerminalText.of(name(step) + " ").append(how));
        showRunning();
    }

    private void showRunning() {
        if (terminal)
            out.status(
                    running.isEmpty()
                            ? ""
                            : running.stream().map(this::name).collect(Collectors.joining("; ")) + " ...",
                    options.width());
    }

    private String name(Step step) {
        return "[" + (plan.steps().indexOf(step) + 1) + "/" + plan.steps().size() + "] " + step.member() + ": "
                + step.id();
    }
}
