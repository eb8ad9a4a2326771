package mcnet.lxd.traffic;

import java.util.regex.Pattern;

/**
 * Texts whose outer blanks LXD takes off before it keeps them: descriptions of rules, of forwards and of their ports
 * ({@code shared/api/network_acl.go} and {@code network_forward.go Normalise}, by Go's {@code strings.TrimSpace}).
 */
public final class TrimmedTexts {
    private static final Pattern OUTER = Pattern.compile("^\\p{IsWhite_Space}+|\\p{IsWhite_Space}+$");

    private TrimmedTexts() {}

    public static String of(String text) {
        boolean plain = text.isEmpty() || isPlain(text.charAt(0)) && isPlain(text.charAt(text.length() - 1));
        return plain ? text : OUTER.matcher(text).replaceAll("");
    }

    private static boolean isPlain(char c) {
        return c > ' ' && c < 0x80;
    }
}
