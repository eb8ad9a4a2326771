package mcnet.report.text;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * How one list of lines becomes another. Short stretches by the longest sequence that both have; longer ones are first cut
 * at lines that both have exactly once ("patience diff"), so that time and memory grow with the text and not with its
 * square. What cannot be cut is replaced as a whole: longer than it need be, and right.
 */
final class LineEdits {
    /** Lines of one stretch times lines of the other. */
    private static final long SQUARE = 1_000_000;
    /** Cuts within cuts. */
    private static final int DEEPEST = 20;

    /** @param sign blank for what both have, {@code -} and {@code +} for what only the first or second has */
    record Edit(char sign, String line) {}

    private final List<Edit> edits = new ArrayList<>();

    private LineEdits() {}

    static List<Edit> between(List<String> before, List<String> after) {
        LineEdits all = new LineEdits();
        all.add(before, after, 0);
        return all.edits;
    }

    private void add(List<String> before, List<String> after, int depth) {
        int start = 0;
        while (start < before.size() && start < after.size() && before.get(start).equals(after.get(start)))
            start++;
        int tail = 0;
        while (tail < before.size() - start && tail < after.size() - start
                && before.get(before.size() - 1 - tail).equals(after.get(after.size() - 1 - tail)))
            tail++;
        add(' ', before.subList(0, start));
        List<String> olds = before.subList(start, before.size() - tail);
        List<String> news = after.subList(start, after.size() - tail);
        if ((long) olds.size() * news.size() <= SQUARE)
            longestCommon(olds, news);
        else
            cut(olds, news, depth);
        add(' ', before.subList(before.size() - tail, before.size()));
    }

    private void add(char sign, List<String> lines) {
        lines.forEach(line -> edits.add(new Edit(sign, line)));
    }

    private void cut(List<String> before, List<String> after, int depth) {
        List<int[]> cuts = depth == DEEPEST ? List.of() : increasing(common(before, after));
        if (cuts.isEmpty()) {
            add('-', before);
            add('+', after);
            return;
        }
        int old = 0;
        int fresh = 0;
        for (int[] cut : cuts) {
            add(before.subList(old, cut[0]), after.subList(fresh, cut[1]), depth + 1);
            edits.add(new Edit(' ', before.get(cut[0])));
            old = cut[0] + 1;
            fresh = cut[1] + 1;
        }
        add(before.subList(old, before.size()), after.subList(fresh, after.size()), depth + 1);
    }

    /** Where lines stand that both have once, in the order of the first. */
    private static List<int[]> common(List<String> before, List<String> after) {
        Map<String, Integer> olds = once(before);
        Map<String, Integer> news = once(after);
        List<int[]> common = new ArrayList<>();
        for (int i = 0; i < before.size(); i++)
            if (olds.get(before.get(i)) >= 0 && news.getOrDefault(before.get(i), -1) >= 0)
                common.add(new int[]{i, news.get(before.get(i))});
        return common;
    }

    /** The index of each line, or -1 for one that stands there twice. */
    private static Map<String, Integer> once(List<String> lines) {
        Map<String, Integer> once = new HashMap<>();
        for (int i = 0; i < lines.size(); i++)
            once.merge(lines.get(i), i, (_, _) -> -1);
        return once;
    }

    /** The longest part of the pairs in which the second numbers grow as well. */
    private static List<int[]> increasing(List<int[]> pairs) {
        List<Integer> ends = new ArrayList<>();
        int[] before = new int[pairs.size()];
        for (int i = 0; i < pairs.size(); i++) {
            int low = 0;
            int high = ends.size();
            while (low < high) {
                int middle = (low + high) / 2;
                if (pairs.get(ends.get(middle))[1] < pairs.get(i)[1])
                    low = middle + 1;
                else
                    high = middle;
            }
            before[i] = low == 0 ? -1 : ends.get(low - 1);
            if (low == ends.size())
                ends.add(i);
            else
                ends.set(low, i);
        }
        List<int[]> longest = new ArrayList<>();
        for (int i = ends.isEmpty() ? -1 : ends.getLast(); i >= 0; i = before[i])
            longest.add(pairs.get(i));
        return longest.reversed();
    }

    private void longestCommon(List<String> before, List<String> after) {
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
