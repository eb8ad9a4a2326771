package mcnet.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import mcnet.plan.Step;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;
import mcnet.report.terminal.TextWrap;

/** The steps of a plan by their numbers; neighbours that differ by their member only are one line. */
final class StepList {
    private StepList() {}

    /** @param first and {@code last} count from 1 */
    private record Group(int first, int last, String text, List<String> members, String interrupts) {

        String numbers() {
            return first == last ? Integer.toString(first) : first + "-" + last;
        }

        String line() {
            return members.isEmpty() ? text : text + " on " + String.join(", ", members);
        }
    }

    static void write(List<Step> steps, TextOptions options, TerminalText text) {
        text.append(options.style().bold("Steps")).append('\n');
        List<Group> groups = groups(steps);
        int digits = groups.stream().mapToInt(g -> g.numbers().length()).max().orElse(0);
        String indent = " ".repeat(digits + 4);
        int room = options.width() - indent.length();
        for (Group group : groups) {
            List<String> lines = TextWrap.lines(group.line(), room);
            text.line("  " + " ".repeat(digits - group.numbers().length()) + group.numbers() + "  " + lines.getFirst());
            for (String more : lines.subList(1, lines.size())) text.line(indent + "  " + more);
            if (group.interrupts().isEmpty()) continue;
            for (String more : TextWrap.lines("interrupts " + group.interrupts(), room - 2))
                text.append(indent).append("  ").append(options.style().warn(more)).append('\n');
        }
        text.append('\n');
    }

    private static List<Group> groups(List<Step> steps) {
        List<Group> groups = new ArrayList<>();
        for (int i = 0; i < steps.size(); i++) {
            Group next = group(i + 1, steps.get(i));
            Group last = groups.isEmpty() ? null : groups.getLast();
            if (last != null && !next.members().isEmpty() && last.text().equals(next.text())
                    && last.interrupts().equals(next.interrupts())) {
                List<String> members = new ArrayList<>(last.members());
                members.addAll(next.members());
                groups.set(groups.size() - 1,
                        new Group(last.first(), next.last(), last.text(), members, last.interrupts()));
            } else
                groups.add(next);
        }
        return groups;
    }

    /** What the whole cluster gets is said without the member that happens to make the call. */
    private static Group group(int number, Step step) {
        String member = " on " + step.member();
        boolean one = step.id().endsWith(member);
        return new Group(number, number,
                one ? step.id().substring(0, step.id().length() - member.length()) : step.id(),
                one ? List.of(step.member()) : List.of(), step.interrupts());
    }
}
