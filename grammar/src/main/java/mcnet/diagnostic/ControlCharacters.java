package mcnet.diagnostic;

import java.util.function.IntFunction;

/**
 * Characters that a terminal obeys or an eye is misled by instead of showing them: controls (C0, DEL, C1), what turns the
 * direction of the text around it or is not seen at all (Unicode's category Cf: UAX 9, UTS 55), line and paragraph
 * separators, and halves of characters. Foreign text is escaped at the edge where it is shown; inside, it stays exact.
 */
public final class ControlCharacters {
    private ControlCharacters() {}

    /** Whether a code point is one of them, line ends included. */
    public static boolean is(int c) {
        if (c >= ' ' && c < 0x7f) return false;
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.FORMAT, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.SURROGATE ->
                true;
            default -> false;
        };
    }

    /** The text on one line, each of them visible: {@code \n}, {@code \t}, {@code \x1b}, {@code \}{@code u202e}. */
    public static String escaped(String text) {
        return escaped(text, "");
    }

    /** The same for a text of several lines: line ends stay. */
    public static String escapedLines(String text) {
        return escaped(text, "\n");
    }

    /** A file's text for a screen: line ends and tabs stay. */
    public static String escapedFile(String text) {
        return escaped(text, "\n\t");
    }

    /** JSON that says the same: there such characters stand in strings alone, where each may be written as an escape. */
    public static String escapedJson(String json) {
        return json.codePoints().noneMatch(c -> c != '\n' && is(c))
                ? json
                : each(json, c -> c == '\n' || !is(c) ? Character.toString(c) : units(c));
    }

    private static String escaped(String text, String kept) {
        return text.codePoints().noneMatch(c -> is(c) && kept.indexOf(c) < 0)
                ? text
                : each(text, c -> is(c) && kept.indexOf(c) < 0 ? escape(c) : Character.toString(c));
    }

    private static String each(String text, IntFunction<String> shown) {
        StringBuilder all = new StringBuilder(text.length() + 16);
        text.codePoints().forEach(c -> all.append(shown.apply(c)));
        return all.toString();
    }

    private static String escape(int c) {
        return switch (c) {
            case '\n' -> "\\n";
            case '\r' -> "\\r";
            case '\t' -> "\\t";
            default -> c <= 0xff ? "\\x%02x".formatted(c) : units(c);
        };
    }

    /** By its UTF-16 units, as JSON escapes it. */
    private static String units(int c) {
        StringBuilder units = new StringBuilder();
        for (char unit : Character.toChars(c)) units.append("\\u%04x".formatted((int) unit));
        return units.toString();
    }
}
