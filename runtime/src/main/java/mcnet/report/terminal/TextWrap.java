package mcnet.report.terminal;

import java.util.ArrayList;
import java.util.List;

/** Breaks text at blanks. A word is never broken, so that it can be searched for. */
public final class TextWrap {
    private TextWrap() {}

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
