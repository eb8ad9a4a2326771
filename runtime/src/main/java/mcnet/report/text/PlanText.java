package mcnet.report.text;

import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.ControlCharacters;
import mcnet.model.Member;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Plan;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;
import mcnet.report.terminal.TextWrap;

/** A plan as a person reads it at night: what changes, then what is done where, then one line that counts. */
public final class PlanText {
    private PlanText() {}

    public static TerminalText of(Plan plan, TextOptions options) {
        return of(plan, "the cluster is as the file says", options);
    }

    /** @param done what is so where there is nothing to do */
    public static TerminalText of(Plan plan, String done, TextOptions options) {
        TerminalText text = new TerminalText();
        text.append("Program ").append(options.style().bold(plan.program())).append(" on cluster ")
                .append(options.style().bold(plan.cluster().name())).append(" (")
                .append(plan.cluster().members().stream().map(Member::name).collect(Collectors.joining(", ")))
                .line(")").append('\n');
        if (plan.isEmpty())
            return folded(text, "Nothing to do: " + done + UnavailableText.reservation(plan.unavailable()) + ".",
                    options);
        ChangeText changes = new ChangeText(options, text);
        for (Change change : plan.changes()) changes.write(change);
        if (!plan.steps().isEmpty()) StepList.write(plan.steps(), options, text);
        return text.line(count(plan));
    }

    private static TerminalText folded(TerminalText text, String sentence, TextOptions options) {
        TextWrap.lines(ControlCharacters.escaped(sentence), options.width()).forEach(text::line);
        return text;
    }

    /** {@code Plan: 2 to create, 1 to change, 0 to remove; 7 steps.} */
    public static String count(Plan plan) {
        String rare = Stream.of(Action.FORGET, Action.ADOPT, Action.RELEASE).filter(a -> plan.count(a) > 0)
                .map(a -> ", " + plan.count(a) + " to " + a.word()).collect(Collectors.joining());
        return "Plan: %d to create, %d to change, %d to remove%s; %d %s.".formatted(plan.count(Action.CREATE),
                plan.count(Action.CHANGE), plan.count(Action.REMOVE), rare,
                plan.steps().size(), plan.steps().size() == 1 ? "step" : "steps");
    }
}
