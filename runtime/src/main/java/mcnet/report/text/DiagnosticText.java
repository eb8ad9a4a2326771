package mcnet.report.text;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Set;
import java.util.TreeSet;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Severity;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/**
 * Diagnostics for a person at a terminal: every place with its line of text, carets under the guilty one, dashes under
 * the others, then why and what to do.
 */
public final class DiagnosticText {
    /** More errors than these help nobody; the rest is only counted. */
    private static final int MOST = 100;

    private final Style style;

    public DiagnosticText(Style style) {
        this.style = style;
    }

    /** All of them, an empty line between two, and a closing line; empty if there are none. */
    public TerminalText all(List<Diagnostic> diagnostics) {
        if (diagnostics.isEmpty())
            return new TerminalText();
        TerminalText text = new TerminalText();
        diagnostics.stream().limit(MOST).forEach(d -> text.append(one(d)).append('\n'));
        if (diagnostics.size() > MOST)
            text.append("… and ").append(diagnostics.size() - MOST).line(" more").append('\n');
        return text.line(closing(diagnostics));
    }

    /** {@code 3 errors, 1 warning in shop.mcnet}. */
    public static String closing(List<Diagnostic> diagnostics) {
        List<String> counts = new ArrayList<>();
        for (Severity severity : Severity.values()) {
            long count = diagnostics.stream().filter(d -> d.severity() == severity).count();
            if (count > 0)
                counts.add(count + " " + severity.word() + (count == 1 ? "" : "s"));
        }
        Set<String> files = new TreeSet<>();
        diagnostics.stream().flatMap(d -> d.labels().stream().limit(1))
                .forEach(l -> files.add(l.span().source().name()));
        boolean allInFiles = diagnostics.stream().noneMatch(d -> d.labels().isEmpty());
        return String.join(", ", counts) + (files.isEmpty() || !allInFiles ? "" : " in " + String.join(", ", files));
    }

    /** One diagnostic, a line end behind its last line. */
    public TerminalText one(Diagnostic diagnostic) {
        TerminalText text = new TerminalText();
        text.append(style.severity(diagnostic.severity(), diagnostic.severity().word() + "[" + diagnostic.code() + "]"))
                .append(style.bold(": " + diagnostic.message()))
                .append('\n');
        int gutter = diagnostic.labels().stream().mapToInt(l -> digits(lastLine(l.span()))).max().orElse(1);
        boolean first = true;
        for (Label label : diagnostic.labels()) {
            new Snippet(style, gutter, diagnostic.severity(), first).write(label, text);
            first = false;
        }
        tail(text, gutter, "why", diagnostic.why());
        tail(text, gutter, "fix", diagnostic.fix());
        return text;
    }

    private void tail(TerminalText text, int gutter, String word, String said) {
        if (!said.isEmpty())
            text.append(" ".repeat(gutter)).append(" = ").append(style.bold(word + ":")).append(' ').append(said)
                    .append('\n');
    }

    static int lastLine(Span span) {
        Source source = span.source();
        return source.line(Math.max(span.start(), span.end() - 1));
    }

    private static int digits(int line) {
        return String.format(Locale.ROOT, "%d", line).length();
    }
}
