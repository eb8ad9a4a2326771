package mcnet.report.terminal;

import java.util.ArrayList;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/** Breaks text at blanks. A word is never broken, so that it can be searched for. */
public final class TextWrap {
    /** What stands before the second column of a line that has two: {@code "  mtu     "}. */
    private static final Pattern COLUMN = Pattern.compile(" *\\S+(?: \\S+)* {2,}(?=\\S)");

    private TextWrap() {}

    /** All lines of a text; what a line has before its second column, or before its first word, stays free below it. */
    public static String wrapped(String text, int width) {
        return text.lines().map(line -> line(line, width)).collect(Collectors.joining("\n"));
    }

    private static String line(String line, int width) {
        if (TextWidth.of(line) <= width) return line;
        Matcher column = COLUMN.matcher(line);
        String head = column.lookingAt() ? column.group() : " ".repeat(line.length() - line.stripLeading().length());
        int indent = TextWidth.of(head);
        return head + String.join("\n" + " ".repeat(indent), lines(line.substring(head.length()), width - indent));
    }

    /** @return at least one line; wider than {@code width} only where a single word is */
    public static List<String> lines(String text, int width) {
        List<String> lines = new ArrayList<>();
        String line = "";
        for (String word : text.split(" ", -1)) {
            if (line.isEmpty()) line = word;
            else if (TextWidth.of(line) + 1 + TextWidth.of(word) <= width) line += " " + word;
            else {
                lines.add(line);
                line = word;
            }
        }
        lines.add(line);
        return lines;
    }
}
