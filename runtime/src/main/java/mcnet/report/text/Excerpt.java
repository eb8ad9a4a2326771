package mcnet.report.text;

import mcnet.diagnostic.ControlCharacters;
import mcnet.report.terminal.TextWidth;

/**
 * As much of a line as a terminal shows, tabs as blanks.
 *
 * @param before columns before the marked part
 * @param marked columns of the marked part
 */
record Excerpt(String text, int before, int marked) {
    private static final int WIDTH = 100;
    private static final int CONTEXT = 40;
    private static final int TAB = 4;

    /**
     * @param from offset in the line of the marked part
     * @param to offset behind it
     */
    static Excerpt of(String line, int from, int to) {
        boolean isLong = line.length() > WIDTH;
        int start = isLong ? boundary(line, Math.max(0, from - CONTEXT)) : 0;
        int end = isLong ? boundary(line, Math.min(line.length(), start + WIDTH)) : line.length();
        String head = (start > 0 ? "…" : "") + plain(line.substring(start, from));
        int shown = Math.clamp(to, from, Math.max(from, end));
        String middle = plain(line.substring(from, shown));
        String tail = plain(line.substring(shown, Math.max(shown, end))) + (end < line.length() ? "…" : "");
        return new Excerpt(head + middle + tail, TextWidth.of(head), TextWidth.of(middle));
    }

    private static int boundary(String line, int offset) {
        return offset > 0 && offset < line.length() && Character.isLowSurrogate(line.charAt(offset))
                ? offset - 1
                : offset;
    }

    /** Tabs as blanks, what is not seen escaped. */
    private static String plain(String text) {
        return ControlCharacters.escaped(text.replace("\t", " ".repeat(TAB)));
    }
}
