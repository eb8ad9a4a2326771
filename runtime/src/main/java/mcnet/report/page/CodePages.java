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

    private static final String HEADING = "## ";

    private CodePages() {}

    /** The page of a code, if there is such a code. */
    public static Optional<CodePage> explain(String code) {
        if (!code.startsWith("MC")) return Optional.empty();
        return FILES.stream().flatMap(file -> section(text(file), code).stream()).findFirst().map(CodePage::of);
    }

    /** Only this one is read: the others are many. */
    private static Optional<String> section(String text, String code) {
        int heading = ("\n" + text).indexOf("\n" + HEADING + code + " ");
        if (heading < 0) return Optional.empty();
        int next = text.indexOf("\n" + HEADING, heading);
        return Optional.of(text.substring(heading + HEADING.length(), next < 0 ? text.length() : next + 1));
    }

    /** By code, in the order of the files. */
    public static Map<String, CodePage> all() {
        Map<String, CodePage> all = new LinkedHashMap<>();
        for (String file : FILES)
            for (String section : text(file).split("(?m)^" + HEADING))
                if (section.startsWith("MC")) {
                    CodePage page = CodePage.of(section);
                    all.put(page.code(), page);
                }
        return all;
    }

    private static String text(String file) {
        try (InputStream in = CodePages.class.getClassLoader().getResourceAsStream("mcnet/codes/" + file + ".md")) {
            return new String(in.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
