package mcnet.report.text;

import java.util.ArrayList;
import java.util.List;

/** What differs between two texts, line by line, in the form that {@code patch} reads. */
public final class Diff {
    private static final int CONTEXT = 3;
    private static final String UNENDED = "\n\\ No newline at end of file";

    private Diff() {}

    /** Empty where the texts are the same. */
    public static String of(String name, String before, String after) {
        List<LineEdits.Edit> edits = LineEdits.between(lines(before), lines(after));
        StringBuilder text = new StringBuilder();
        int oldLine = 1;
        int newLine = 1;
        int at = 0;
        while (at < edits.size()) {
            int first = next(edits, at);
            if (first == edits.size())
                break;
            int from = Math.max(at, first - CONTEXT);
            oldLine += from - at;
            newLine += from - at;
            int end = end(edits, first);
            if (text.isEmpty())
                text.append("--- ").append(name).append("\n+++ ").append(name).append('\n');
            List<LineEdits.Edit> hunk = edits.subList(from, end);
            int olds = (int) hunk.stream().filter(e -> e.sign() != '+').count();
            int news = (int) hunk.stream().filter(e -> e.sign() != '-').count();
            text.append("@@ -").append(olds == 0 ? oldLine - 1 : oldLine).append(',').append(olds)
                    .append(" +").append(news == 0 ? newLine - 1 : newLine).append(',').append(news).append(" @@\n");
            hunk.forEach(e -> text.append(e.sign()).append(e.line()).append('\n'));
            oldLine += olds;
            newLine += news;
            at = end;
        }
        return text.toString();
    }

    /** Line ends other than a line feed belong to their line; so does it that the last one has none. */
    private static List<String> lines(String text) {
        List<String> lines = new ArrayList<>(List.of(text.split("\n", -1)));
        String last = lines.removeLast();
        if (!last.isEmpty())
            lines.add(last + UNENDED);
        return lines;
    }

    private static int next(List<LineEdits.Edit> edits, int from) {
        int at = from;
        while (at < edits.size() && edits.get(at).sign() == ' ')
            at++;
        return at;
    }

    /** Changes with little between them are shown together. */
    private static int end(List<LineEdits.Edit> edits, int first) {
        int end = first;
        for (int at = first; at < edits.size() && at <= end + 2 * CONTEXT; at++)
            if (edits.get(at).sign() != ' ')
                end = at;
        return Math.min(edits.size(), end + CONTEXT + 1);
    }
}
