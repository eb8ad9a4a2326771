package mcnet.report.text;

import mcnet.diagnostic.Label;
import mcnet.diagnostic.Severity;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/**
 * One place of a diagnostic with its text.
 *
 * @param gutter width of the line numbers
 * @param primary the guilty place, under which stand carets
 */
record Snippet(Style style, int gutter, Severity severity, boolean primary) {

    void write(Label label, TerminalText text) {
        Span span = label.span();
        Source source = span.source();
        text.append(" ".repeat(gutter)).append(style.faint(" ┌─ "))
                .line(source.name() + ":" + span.line() + ":" + span.column());
        int first = span.line();
        int last = DiagnosticText.lastLine(span);
        marked(source, first, span, first == last ? label.text() : "", text);
        if (last > first + 1)
            text.append(" ".repeat(gutter)).append(style.faint(" ┆")).append('\n');
        if (last > first)
            marked(source, last, span, label.text(), text);
    }

    /** A line of the source and the marks under the part of it that the span covers. */
    private void marked(Source source, int number, Span span, String said, TerminalText text) {
        String line = source.lineText(number);
        int lineStart = lineStart(source, number, span);
        int from = Math.clamp(span.start() - lineStart, 0, line.length());
        from = number == span.line() ? from : line.length() - line.stripLeading().length();
        int to = Math.clamp(span.end() - lineStart, from, Math.max(from, line.length()));
        Excerpt excerpt = Excerpt.of(line, from, to);
        String mark = (primary ? "^" : "-").repeat(Math.max(1, excerpt.marked()));
        text.append(style.faint(("%" + gutter + "d │").formatted(number)));
        text.line(excerpt.text().isEmpty() ? "" : " " + excerpt.text());
        text.append(" ".repeat(gutter)).append(style.faint(" │")).append(' ').append(" ".repeat(excerpt.before()))
                .append(primary ? style.severity(severity, mark) : style.note(mark))
                .append(said.isEmpty() ? "" : " " + said).append('\n');
    }

    private static int lineStart(Source source, int number, Span span) {
        int offset = number == span.line() ? span.start() : Math.max(span.start(), span.end() - 1);
        return offset == 0 ? 0 : source.text().lastIndexOf('\n', offset - 1) + 1;
    }
}
