package mcnet.report;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, in the form that {@code patch} reads. */
public final class Diff {
    private static final int CONTEXT = 3;

    /** @param sign blank for what both have, {@code -} and {@code +} for what only the first or second has */
    private record Edit(char sign, String line) {}

    private Diff() {}

    /** Empty where the texts are the same. */
    public static String of(String name, String before, String after) {
        List<Edit> edits = edits(before.lines().toList(), after.lines().toList());
        StringBuilder text = new StringBuilder();
        int at = 0;
        while (at < edits.size()) {
            int first = next(edits, at);
            if (first == edits.size())
                break;
            int from = Math.max(at, first - CONTEXT);
            int end = end(edits, first);
            if (text.isEmpty())
                text.append("--- ").append(name).append("\n+++ ").append(name).append('\n');
            hunk(edits, from, end, text);
            at = end;
        }
        return text.toString();
    }

    private static int next(List<Edit> edits, int from) {
        int at = from;
        while (at < edits.size() && edits.get(at).sign == ' ')
            at++;
        return at;
    }

    /** Changes with little between them are shown together. */
    private static int end(List<Edit> edits, int first) {
        int end = first;
        for (int at = first; at < edits.size() && at <= end + 2 * CONTEXT; at++)
            if (edits.get(at).sign != ' ')
                end = at;
        return Math.min(edits.size(), end + CONTEXT + 1);
    }

    private static void hunk(List<Edit> edits, int from, int end, StringBuilder text) {
        long oldStart = edits.subList(0, from).stream().filter(e -> e.sign != '+').count() + 1;
        long newStart = edits.subList(0, from).stream().filter(e -> e.sign != '-').count() + 1;
        List<Edit> hunk = edits.subList(from, end);
        text.append("@@ -").append(oldStart).append(',').append(hunk.stream().filter(e -> e.sign != '+').count())
                .append(" +").append(newStart).append(',').append(hunk.stream().filter(e -> e.sign != '-').count())
                .append(" @@\n");
        hunk.forEach(e -> text.append(e.sign).append(e.line).append('\n'));
    }

    /** By the longest sequence of lines that both have, after what is the same at both ends. */
    private static List<Edit> edits(List<String> before, List<String> after) {
        int start = 0;
        while (start < before.size() && start < after.size() && before.get(start).equals(after.get(start)))
            start++;
        int tail = 0;
        while (tail < before.size() - start && tail < after.size() - start
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail)))
            tail++;
        List<Edit> edits = new ArrayList<>();
        before.subList(0, start).forEach(line -> edits.add(new Edit(' ', line)));
        middle(before.subList(start, before.size() - tail), after.subList(start, after.size() - tail), edits);
        before.subList(before.size() - tail, before.size()).forEach(line -> edits.add(new Edit(' ', line)));
        return edits;
    }

    private static void middle(List<String> before, List<String> after, List<Edit> edits) {
        int[][] common = new int[before.size() + 1][after.size() + 1];
        for (int i = before.size() - 1; i >= 0; i--)
            for (int j = after.size() - 1; j >= 0; j--)
                common[i][j] = before.get(i).equals(after.get(j))
                        ? common[i + 1][j + 1] + 1
                        : Math.max(common[i + 1][j], common[i][j + 1]);
        int i = 0;
        int j = 0;
        while (i < before.size() || j < after.size()) {
            if (i < before.size() && j < after.size() && before.get(i).equals(after.get(j))) {
                edits.add(new Edit(' ', before.get(i++)));
                j++;
            } else if (j == after.size() || i < before.size() && common[i + 1][j] >= common[i][j + 1])
                edits.add(new Edit('-', before.get(i++)));
            else
                edits.add(new Edit('+', after.get(j++)));
        }
    }
}
