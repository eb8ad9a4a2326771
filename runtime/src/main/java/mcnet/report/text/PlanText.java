package mcnet.report.text;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.ControlCharacters;
import mcnet.observe.SecretRedactor;
import mcnet.plan.Action;
import mcnet.plan.Change;
import mcnet.plan.Difference;
import mcnet.plan.Plan;
import mcnet.plan.Reason;
import mcnet.plan.Step;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** A plan as a person reads it at night: what changes, then what is done where, then one line that counts. */
public final class PlanText {
    /** A column is no wider for the sake of a value that no screen has room for. */
    private static final int WIDEST = 100;

    private final Plan plan;
    private final Style style;
    private final TerminalText text = new TerminalText();

    private PlanText(Plan plan, Style style) {
        this.plan = plan;
        this.style = style;
    }

    public static TerminalText of(Plan plan, Style style) {
        return of(plan, "the cluster is as the file says", style);
    }

    /** @param done what is so where there is nothing to do */
    public static TerminalText of(Plan plan, String done, Style style) {
        return new PlanText(plan, style).render(done);
    }

    private TerminalText render(String done) {
        text.append("Program ").append(style.bold(plan.program())).append(" on cluster ")
                .append(style.bold(plan.cluster().name())).append(" (")
                .append(plan.cluster().members().stream().map(m -> m.name()).collect(Collectors.joining(", ")))
                .line(")").append('\n');
        if (plan.isEmpty()) {
            text.append("Nothing to do: ").append(done).append(UnavailableText.reservation(plan.unavailable()))
                    .line(".");
            return text;
        }
        for (Change change : plan.changes()) change(change);
        if (!plan.steps().isEmpty()) steps();
        return text.line(count(plan));
    }

    private void change(Change change) {
        text.append(style.action(change.shown(), change.shown().glyph() + " " + change.id()));
        String note = change.note().isEmpty() ? note(change) : change.note();
        if (!note.isEmpty()) text.append("   ").append(note);
        if (change.span() != null) text.append(style.faint("   " + change.span().fileAndLine()));
        text.append('\n');
        List<Row> rows = rows(change);
        int attribute = width(rows.stream().map(Row::attribute).toList());
        int value = width(rows.stream().map(Row::value).toList());
        int members = width(rows.stream().map(Row::members).toList());
        for (Row row : rows) {
            String line = "    " + pad(row.attribute(), attribute) + "  " + pad(row.value(), value)
                    + (members == 0 ? "" : "  " + pad(row.members(), members));
            if (row.place().isEmpty()) text.line(line.stripTrailing());
            else
                text.append(line + "   ").append(style.faint(row.place())).append('\n');
        }
        asItIs(change);
        text.append('\n');
    }

    /** What only the mark learns of, in one line. */
    private void asItIs(Change change) {
        String attributes = change.differences().stream().filter(d -> d.reason() == Reason.NEWLY_SAID)
                .map(d -> d.field().attribute()).distinct().collect(Collectors.joining(", "));
        if (!attributes.isEmpty()) text.line("    already as declared: " + attributes);
    }

    private static String note(Change change) {
        return switch (change.shown()) {
            case FORGET -> "no longer managed";
            case ADOPT -> change.takesOver() ? "made by somebody else; taken over" : "managed from now on";
            case RELEASE -> "given back as it is";
            case CREATE, CHANGE, REMOVE -> "";
        };
    }

    private record Row(String attribute, String value, String members, String place) {}

    /** One row for each attribute and value; members that agree share it. */
    private List<Row> rows(Change change) {
        Map<List<String>, List<Difference>> groups = new LinkedHashMap<>();
        for (Difference d : change.differences()) {
            if (d.field().isElement() || d.reason() == Reason.NEWLY_SAID) continue;
            groups.computeIfAbsent(List.of(d.field().attribute(), value(d)), k -> new ArrayList<>()).add(d);
        }
        List<Row> rows = new ArrayList<>();
        groups.forEach((key, same) -> {
            String members = same.stream().map(d -> d.field().member()).filter(m -> !m.isEmpty())
                    .collect(Collectors.joining(", "));
            String place = same.stream().filter(d -> d.span() != null).map(d -> d.span().fileAndLine()).distinct()
                    .collect(Collectors.joining(", "));
            rows.add(new Row(key.get(0), key.get(1), members.isEmpty() ? "" : "on " + members, place));
        });
        change.differences().stream().filter(d -> d.field().isElement() && d.changes())
                .forEach(d -> rows.add(element(d)));
        return rows;
    }

    private static Row element(Difference d) {
        char sign = (d.after().isEmpty() ? Action.REMOVE : Action.CREATE).glyph();
        return new Row(sign + " " + d.field().attribute(), d.field().element(), "",
                d.span() == null ? "" : d.span().fileAndLine());
    }

    private static String value(Difference d) {
        String note = d.note().isEmpty() ? "unset" : "server default: " + d.note();
        return switch (d.reason()) {
            case ABSENT -> shown(d, d.after());
            case DIFFERS -> (d.before().isEmpty() ? "(unset)" : shown(d, d.before())) + " → " + shown(d, d.after());
            case NO_LONGER_SAID -> d.after().isEmpty()
                    ? (d.before().isEmpty() ? "(unset)" : shown(d, d.before())) + " → (" + note + ")"
                    : putBack(d);
            case ALREADY_ABSENT -> "(unset already; only the mark changes)";
            case NEWLY_SAID -> shown(d, d.after());
        };
    }

    private static String putBack(Difference d) {
        if (d.before().equals(d.after())) return shown(d, d.before()) + " (stays as it is)";
        return (d.before().isEmpty() ? "(unset)" : shown(d, d.before())) + " → " + shown(d, d.after())
                + " (as it was found)";
    }

    private static String shown(Difference d, String value) {
        String blanked = SecretRedactor.BLANK.blank(d.field().attribute(), value);
        return isText(d.field().attribute()) ? blanked : blanked.replace(",", ", ");
    }

    /** What people wrote, and not a list: its commas are theirs. */
    static boolean isText(String path) {
        return path.equals("description") || path.equals("dnsmasq") || path.endsWith(".description")
                || path.startsWith("user.")
                || path.startsWith("lxd.") || path.contains(".user.") || path.contains(".lxd.");
    }

    private void steps() {
        text.append(style.bold("Steps")).append('\n');
        int digits = Integer.toString(plan.steps().size()).length();
        int member = width(plan.steps().stream().map(Step::member).toList());
        for (int i = 0; i < plan.steps().size(); i++) {
            Step step = plan.steps().get(i);
            text.append("  ").append(" ".repeat(digits - Integer.toString(i + 1).length())).append(i + 1).append("  ")
                    .append(pad(step.member(), member)).append("  ").append(step.id()).append('\n');
            String indent = " ".repeat(digits + member + 8);
            if (!step.interrupts().isEmpty()) {
                text.append(indent).append(style.warn("interrupts " + step.interrupts())).append('\n');
            }
        }
        text.append('\n');
    }

    /** {@code Plan: 2 to create, 1 to change, 0 to remove; 7 steps.} */
    public static String count(Plan plan) {
        String rare = Stream.of(Action.FORGET, Action.ADOPT, Action.RELEASE).filter(a -> plan.count(a) > 0)
                .map(a -> ", " + plan.count(a) + " to " + a.word()).collect(Collectors.joining());
        return "Plan: %d to create, %d to change, %d to remove%s; %d %s.".formatted(plan.count(Action.CREATE),
                plan.count(Action.CHANGE), plan.count(Action.REMOVE), rare,
                plan.steps().size(), plan.steps().size() == 1 ? "step" : "steps");
    }

    private static int width(List<String> words) {
        return words.stream().mapToInt(w -> ControlCharacters.escaped(w).length()).filter(w -> w <= WIDEST).max()
                .orElse(0);
    }

    private static String pad(String word, int width) {
        String shown = ControlCharacters.escaped(word);
        return shown + " ".repeat(Math.max(0, width - shown.length()));
    }
}
