package mcnet.ssh.config;

import java.nio.file.Path;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** Paths and commands as ssh_config spells them: {@code ~}, and tokens such as {@code %h} (ssh_config(5), "TOKENS"). */
public final class SshSpelling {
    private static final Pattern TOKEN = Pattern.compile("%(.)");

    private SshSpelling() {}

    public static Path path(String written, Map<String, String> tokens) {
        String path = expand(written, tokens);
        return path.startsWith("~/") ? home().resolve(path.substring(2)) : Path.of(path);
    }

    /** Tokens that it does not know stay as they are. */
    public static String expand(String written, Map<String, String> tokens) {
        return TOKEN.matcher(written).replaceAll(token -> Matcher
                .quoteReplacement(tokens.getOrDefault(token.group(1), token.group())));
    }

    public static Path home() {
        return Path.of(Stream.of(System.getenv("HOME"), System.getProperty("user.home")).filter(h -> h != null)
                .findFirst().orElseThrow());
    }
}
