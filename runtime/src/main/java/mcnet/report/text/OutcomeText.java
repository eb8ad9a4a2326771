package mcnet.report.text;

import java.util.List;
import mcnet.apply.ApplyOutcome;
import mcnet.plan.Step;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** Where an apply stopped: done, failed, not started, and what to do next. */
public final class OutcomeText {
    private OutcomeText() {}

    public static TerminalText of(ApplyOutcome outcome, Style style) {
        TerminalText text = new TerminalText().append('\n');
        list(text, style.good("Done"), outcome.done());
        list(text, style.bad("Failed"), outcome.failed());
        list(text, style.warn("Not started"), outcome.notStarted());
        return text.line("Next: fix the cause and run the same apply again; it continues from here.");
    }

    private static void list(TerminalText text, TerminalText title, List<Step> steps) {
        if (steps.isEmpty()) return;
        text.append(title).append(" (").append(steps.size()).line(")");
        for (Step step : steps) text.append("  ").append(step.member()).append(": ").append(step.id()).append('\n');
    }
}
