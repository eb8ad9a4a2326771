package mcnet.diagnostic;

import java.nio.charset.StandardCharsets;
import java.util.regex.Pattern;

/**
 * Words of a command that somebody is told to type: a name of a server, a file or a user may hold what a shell would act
 * on. Quoted for a POSIX shell; what cannot be shown is written as in {@code $'\033'} (POSIX.1-2024, 2.2.4), which bash,
 * ksh and zsh know.
 */
public final class ShellWords {
    private static final Pattern PLAIN = Pattern.compile("[A-Za-z0-9_./:@%+=,^-]+");

    private ShellWords() {}

    /** One word, in quotes where it needs them. */
    public static String quoted(Object word) {
        String text = String.valueOf(word);
        if (PLAIN.matcher(text).matches()) return text;
        if (text.codePoints().noneMatch(ControlCharacters::is)) return "'" + text.replace("'", "'\\''") + "'";
        StringBuilder quoted = new StringBuilder("$'");
        text.codePoints().forEach(c -> {
            if (c == '\'' || c == '\\') quoted.append('\\').append((char) c);
            else if (ControlCharacters.is(c))
                for (byte b : Character.toString(c).getBytes(StandardCharsets.UTF_8))
                    // In octal, for a hexadecimal escape would take letters that follow it.
                    quoted.append("\\%03o".formatted(b & 0xff));
            else
                quoted.appendCodePoint(c);
        });
        return quoted.append('\'').toString();
    }
}
