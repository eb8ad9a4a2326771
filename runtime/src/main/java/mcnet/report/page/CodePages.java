package mcnet.report.page;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * What is to be said of a code beyond its message: a Markdown section {@code ## MC0101 Title} in a file per room.
 */
public final class CodePages {
    private static final List<String> FILES = List.of("input", "reading", "language", "rules", "reuse", "sentences",
            "preseeds", "modules", "members", "planning", "applying");

    private CodePages() {}

    /** The page of a code, if there is such a code. */
    public static Optional<CodePage> explain(String code) {
        return Optional.ofNullable(all().get(code));
    }

    /** By code, in the order of the files. */
    public static Map<String, CodePage> all() {
        Map<String, CodePage> all = new LinkedHashMap<>();
        for (String file : FILES)
            for (String section : read("mcnet/codes/" + file + ".md").split("(?m)^## "))
                if (section.startsWith("MC")) {
                    CodePage page = CodePage.of(section);
                    all.put(page.code(), page);
                }
        return all;
    }

    private static String read(String resource) {
        try (InputStream in = CodePages.class.getClassLoader().getResourceAsStream(resource)) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
