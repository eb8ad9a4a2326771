package mcnet.grammar;

import java.util.Optional;
import java.util.regex.MatchResult;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Quoted texts. */
public final class QuotedStrings {
    /**
     * The escapes of a text: {@code \n}, {@code \t}, {@code \r}, {@code \"}, {@code \\}, {@code \$} and
     * {@code \}{@code uXXXX}, a UTF-16 unit in hexadecimal as in JSON.
     */
    private static final Pattern ESCAPE = Pattern.compile("\\\\(?:u(\\p{XDigit}{4})|([ntr\"\\\\$])|(.?))",
            Pattern.DOTALL);

    private QuotedStrings() {}

    /** What a text between any kind of quotes says: its escapes undone. */
    public static String unquote(String quoted) {
        if (quoted.startsWith("\"\"\"") && quoted.length() >= 6)
            return quoted.substring(3, quoted.length() - 3).stripIndent().strip();
        String inside = quoted.length() < 2 ? "" : quoted.substring(1, quoted.length() - 1);
        return inside.indexOf('\\') < 0
                ? inside
                : ESCAPE.matcher(inside).replaceAll(escape -> Matcher.quoteReplacement(said(escape)));
    }

    private static String said(MatchResult escape) {
        if (escape.group(1) != null)
            return String.valueOf((char) Integer.parseInt(escape.group(1), 16));
        return switch (escape.group().substring(1)) {
            case "n" -> "\n";
            case "t" -> "\t";
            case "r" -> "\r";
            case String itself -> itself;
        };
    }

    /** The first escape that means nothing, as {@code \q}, or that is half of a character beyond U+FFFF. */
    public static Optional<MatchResult> wrongEscape(String quoted) {
        if (quoted.indexOf('\\') < 0 || quoted.startsWith("\"\"\""))
            return Optional.empty();
        MatchResult high = null;
        for (MatchResult escape : ESCAPE.matcher(quoted).results().toList()) {
            boolean unit = escape.group(1) != null;
            boolean low = unit && Character.isLowSurrogate(said(escape).charAt(0));
            boolean whole = high != null && low && escape.start() == high.end();
            if (high != null && !whole)
                return Optional.of(high);
            if (escape.group(3) != null || low && !whole)
                return Optional.of(escape);
            high = unit && Character.isHighSurrogate(said(escape).charAt(0)) ? escape : null;
        }
        return Optional.ofNullable(high);
    }
}
