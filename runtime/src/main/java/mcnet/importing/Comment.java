package mcnet.importing;

import mcnet.diagnostic.ControlCharacters;

/** What the server holds and the file can only tell: one line, in which nothing can end the comment. */
final class Comment {
    private static final String SIGN = "# ";

    private Comment() {}

    static String of(String any) {
        return SIGN + ControlCharacters.escaped(any);
    }

    /**
     * A line of the file. Texts stand in it with their control characters escaped; one that still has such a character
     * holds a server's value that the language has no form for, and becomes a comment.
     */
    static String unlessPlain(String line) {
        return line.codePoints().noneMatch(ControlCharacters::is) ? line : of(line.replaceFirst("^" + SIGN, ""));
    }
}
