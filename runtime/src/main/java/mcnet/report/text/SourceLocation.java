package mcnet.report.text;

import java.nio.file.Path;
import mcnet.diagnostic.Span;

/** Places in sources as a plan cites them: {@code shop.mcnet:12}, below a line that names the file {@code :12}. */
final class SourceLocation {
    private SourceLocation() {}

    /** File and line; a file of the current folder by its path from there. */
    static String of(Span span) {
        return relative(span.source().name()) + ":" + span.line();
    }

    /** @param heading the place that the reader has just read; null for none */
    static String below(Span heading, Span span) {
        return heading != null && heading.source().name().equals(span.source().name()) ? ":" + span.line() : of(span);
    }

    private static String relative(String name) {
        if (!name.startsWith("/")) return name;
        Path folder = Path.of("").toAbsolutePath();
        Path file = Path.of(name);
        return file.startsWith(folder) ? folder.relativize(file).toString() : name;
    }
}
