package mcnet.generated;

/** Texts of any characters: plain ones, and those that programs count, order, show or compare wrongly. */
public final class Unicode {
    private static final String[] ODD = {"😀", "👩‍👩‍👧", "🇩🇪", "\ud835\udd4f", "e\u0301\u0323", "\u0300", "שלום",
            "مرحبا",
            "\u202e", "\u2066", "\u200b", "\ufeff", "\u2028", "\u0085", "\u00a0", "\u3000", "ﬀ", "İ", "ß", "한", "中文",
            "\u0000", "\u001b[31m", "\u007f", "\uffff", "\ufffd", "\udbff\udfff", "“", "–", "→", "$", "${x}", "$${",
            "\\",
            "\"", "\"\"\"", "#", "//", "{", "}", "\r\n", "\n", "\r", "\t", "'", "’", "\\u0041", "\\n"};

    private Unicode() {}

    /** Whole characters only, as UTF-8 has them; line ends and quotes included. */
    public static String text(Choices choices) {
        StringBuilder text = new StringBuilder();
        for (int i = choices.below(12); i > 0; i--)
            switch (choices.below(4)) {
            case 0 -> text.append((char) (' ' + choices.below(95)));
            case 1 -> text.append(choices.one(ODD));
            case 2 -> text.appendCodePoint(character(choices.below(0x3000)));
            default -> text.appendCodePoint(character(choices.below(Character.MAX_CODE_POINT + 1)));
            }
        return text.toString();
    }

    private static int character(int c) {
        return c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE ? 'x' : c;
    }

    /** Such a text as it may stand in a file, between quotes, with no more escapes than are needed. */
    public static String quoted(Choices choices) {
        return '"' + text(choices).replace("\\", "\\\\").replace("\"", "\\\"").replace("${", "\\${")
                .replace("\n", "\\n").replace("\r", "\\r") + '"';
    }

    /** Such a text between three quotes; it may end on another line. */
    public static String longQuoted(Choices choices) {
        return "\"\"\"" + text(choices).replace("\"", "'").replace("${", "{") + "\"\"\"";
    }

    /** A comment with its line end. */
    public static String comment(Choices choices) {
        return choices.one("#", "# ") + text(choices).replace("\n", "").replace("\r", "") + "\n";
    }
}
