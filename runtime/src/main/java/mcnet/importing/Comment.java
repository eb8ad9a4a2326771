package mcnet.importing;

import mcnet.diagnostic.ControlCharacters;
import mcnet.model.QuotedText;

/** What the server holds and the file can only tell: one line, in which nothing can end the comment. */
final class Comment {
    private static final String SIGN = "# ";
    private static final int LONGEST = 300;

    private Comment() {}

    static String of(String any) {
        return SIGN + visible(any);
    }

    /**
     * A line of the file. Texts stand in it with their control characters escaped; one that still has such a character
     * holds a server's value that the language has no form for, and becomes a comment.
     */
    static String unlessPlain(String line) {
        return isWritable(line) ? line : of(line.replaceFirst("^" + SIGN, ""));
    }

    /** Whether it can stand in a file as it is. */
    static boolean isWritable(String text) {
        return QuotedText.isShown(text);
    }

    /** Control characters, line ends and marks of direction as escapes; a long text shortened. */
    static String visible(String text) {
        String all = ControlCharacters.escaped(text);
        return all.length() <= LONGEST ? all : all.substring(0, all.offsetByCodePoints(0, LONGEST / 2)) + "…";
    }
}
