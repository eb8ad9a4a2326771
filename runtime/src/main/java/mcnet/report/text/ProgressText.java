package mcnet.report.text;

import java.time.Duration;
import mcnet.apply.ApplyProgress;
import mcnet.diagnostic.Diagnostic;
import mcnet.plan.Plan;
import mcnet.plan.Step;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalStream;
import mcnet.report.terminal.TerminalText;

/** A line when a step starts and a line when it ends, each with its number in the plan and its member. */
public final class ProgressText implements ApplyProgress {
    private final Plan plan;
    private final TerminalStream out;
    private final Style style;

    public ProgressText(Plan plan, TerminalStream out, Style style) {
        this.plan = plan;
        this.out = out;
        this.style = style;
    }

    @Override
    public void started(Step step) {
        line(step, TerminalText.of("..."));
    }

    @Override
    public void done(Step step, Duration took) {
        line(step, style.good("done").append(style.faint(" in %.1f s".formatted(took.toMillis() / 1000.0))));
    }

    @Override
    public void failed(Step step, Diagnostic reason) {
        line(step, style.bad("FAILED"));
    }

    private void line(Step step, TerminalText what) {
        int number = plan.steps().indexOf(step) + 1;
        out.println(TerminalText
                .of("[" + number + "/" + plan.steps().size() + "] " + step.member() + ": " + step.id() + " ")
                .append(what));
    }
}
