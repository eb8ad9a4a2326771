package mcnet.schema;

import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Set;
import java.util.regex.Pattern;
import java.util.stream.Collectors;

/**
 * The config keys that the releases of LXD and Incus up to today know, from their own metadata
 * ({@code GET /1.0/metadata/configuration}). A later release may know more.
 */
public final class ServerKeys {
    /** Where they lie on the class path: product, section of the metadata and key, with tabs between; {@code NAME} is any name. */
    public static final String RESOURCE = "mcnet/server-keys.tsv";

    private static final Pattern NAME = Pattern.compile("(?<=\\.)NAME(?=\\.|$)");

    private ServerKeys() {}

    private static final class Table {
        private static final Set<String> LINES = load();
    }

    /** @param section {@link ConfigKeys#section} */
    public static boolean has(String product, String section, String key) {
        return isFree(key) || Table.LINES.stream().map(line -> line.split("\t"))
                .anyMatch(line -> line[0].equals(product) && line[1].equals(section) && matches(line[2], key));
    }

    /** Keys that nobody lists: a person's own, and the server's notes. */
    public static boolean isFree(String key) {
        return key.startsWith("user.") || key.startsWith("volatile.");
    }

    /** @param listed as the server's metadata has it, {@code bgp.peers.NAME.address} */
    public static boolean matches(String listed, String key) {
        if (listed.equals(key)) return true;
        if (listed.endsWith(".*")) return key.startsWith(listed.substring(0, listed.length() - 1));
        return listed.contains("NAME")
                && key.matches("\\Q" + NAME.matcher(listed).replaceAll("\\\\E[^.]+\\\\Q") + "\\E");
    }

    private static Set<String> load() {
        try (InputStream in = ServerKeys.class.getClassLoader().getResourceAsStream(RESOURCE)) {
            if (in == null) throw new IllegalStateException("no " + RESOURCE + " on the class path");
            return new BufferedReader(new InputStreamReader(in, StandardCharsets.UTF_8)).lines()
                    .filter(line -> !line.startsWith("#")).collect(Collectors.toUnmodifiableSet());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
