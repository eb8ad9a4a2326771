package mcnet.system;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * The locale of this JVM and that of the user. Arguments, variables and file names are read as the locale says, once, when
 * a JVM starts ({@code sun.jnu.encoding}, which cannot be given); so the launcher starts it under one of UTF-8, and keeps
 * the user's {@code LC_ALL} in {@link #KEPT} for the programs that mcnet starts.
 */
public final class UserLocale {
    /** The user's own {@code LC_ALL}; empty: none. Not there where the launcher was not used. */
    private static final String KEPT = "MCNET_LC_ALL";
    private static final String LC_ALL = "LC_ALL";
    private static final char REPLACEMENT = '\uFFFD';

    private UserLocale() {}

    /** The same program, to be run under the user's own locale. */
    public static ProcessBuilder restored(ProcessBuilder program) {
        restore(program.environment());
        return program;
    }

    static void restore(Map<String, String> environment) {
        String kept = environment.remove(KEPT);
        if (kept == null) return;
        if (kept.isEmpty()) environment.remove(LC_ALL);
        else
            environment.put(LC_ALL, kept);
    }

    /** Whether this JVM reads names and arguments as UTF-8. */
    public static boolean isUtf8() {
        String charset = System.getProperty("sun.jnu.encoding", "");
        return Charset.isSupported(charset) && Charset.forName(charset).equals(StandardCharsets.UTF_8);
    }

    /**
     * Whether a text from an argument or a variable is what the user wrote: what cannot be decoded becomes U+FFFD, and
     * under another charset than UTF-8 only ASCII is sure.
     */
    public static boolean isWhole(String text) {
        return text.indexOf(REPLACEMENT) < 0 && (isUtf8() || text.chars().allMatch(c -> c < 0x80));
    }
}
