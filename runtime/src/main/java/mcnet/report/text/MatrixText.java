package mcnet.report.text;

import java.util.List;
import mcnet.diagnostic.ControlCharacters;
import mcnet.reach.verdict.ReachMatrix;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** The matrix for people: a paragraph for each sender, or a table of Markdown. */
public final class MatrixText {
    private MatrixText() {}

    public static TerminalText of(ReachMatrix matrix, Style style) {
        TerminalText text = new TerminalText();
        int width = matrix.columns().stream().mapToInt(String::length).max().orElse(0);
        for (List<ReachMatrix.Cell> row : matrix.cells()) {
            text.append("from ").append(style.bold(row.getFirst().from())).append('\n');
            row.stream().filter(ReachMatrix.Cell::isShown)
                    .forEach(c -> text.append("  ").append(c.to()).append(" ".repeat(width - c.to().length() + 2))
                            .line(c.text()));
            if (row.stream().noneMatch(ReachMatrix.Cell::isShown)) text.line("  nothing");
        }
        return text.line("").line("all: everything arrives; ?: it depends on something that is not in the file");
    }

    /** A table with a row for each sender. */
    public static String markdown(ReachMatrix matrix) {
        StringBuilder text = new StringBuilder("| from \\ to |");
        matrix.columns().forEach(c -> text.append(' ').append(cell(c)).append(" |"));
        text.append("\n| --- |").append(" --- |".repeat(matrix.columns().size())).append('\n');
        for (List<ReachMatrix.Cell> row : matrix.cells()) {
            text.append("| ").append(cell(row.getFirst().from())).append(" |");
            row.forEach(c -> text.append(' ').append(cell(c.text())).append(" |"));
            text.append('\n');
        }
        return text.toString();
    }

    private static String cell(String text) {
        return ControlCharacters.escaped(text).replace("|", "\\|");
    }
}
