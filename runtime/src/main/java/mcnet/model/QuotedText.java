package mcnet.model;

/** A text as it stands in a file, between quotes. */
public final class QuotedText {
    private QuotedText() {}

    /** A text of any characters between quotes; reading it gives it back to the letter. */
    public static String of(String text) {
        StringBuilder quoted = new StringBuilder(text.length() + 2).append('"');
        for (int i = 0; i < text.length(); i++) {
            int c = text.codePointAt(i);
            i += Character.charCount(c) - 1;
            switch (c) {
                case '"' -> quoted.append("\\\"");
                case '\\' -> quoted.append("\\\\");
                case '\n' -> quoted.append("\\n");
                case '\t' -> quoted.append("\\t");
                case '\r' -> quoted.append("\\r");
                case '$' -> quoted.append(text.startsWith("{", i + 1) ? "\\$" : "$");
                default -> {
                    if (isShown(c))
                        quoted.appendCodePoint(c);
                    else
                        Character.toString(c).chars().forEach(unit -> quoted.append("\\u%04x".formatted(unit)));
                }
            }
        }
        return quoted.append('"').toString();
    }

    /** Whether every character of a text may stand in a file as it is. */
    public static boolean isShown(String text) {
        return text.codePoints().allMatch(QuotedText::isShown);
    }

    /** As it is: neither a control, nor half of a character, nor what turns the direction of the letters around it. */
    private static boolean isShown(int c) {
        return switch (Character.getType(c)) {
            case Character.CONTROL, Character.SURROGATE, Character.LINE_SEPARATOR, Character.PARAGRAPH_SEPARATOR,
                    Character.UNASSIGNED ->
                false;
            case Character.FORMAT -> c == 0x200c || c == 0x200d; // joiners: Persian words and emoji are made with them
            default -> true;
        };
    }
}
