package mcnet.report.page;

import java.util.List;
import mcnet.diagnostic.ControlCharacters;
import mcnet.reach.verdict.ReachMatrix;
import mcnet.reach.verdict.ReachVerdict;
import mcnet.report.terminal.Style;
import mcnet.report.text.ReachText;

/** The matrix as one page that loads nothing: a grid whose cells open into an example and its way. */
public final class MatrixPage {
    private static final String STYLE = "body{font-family:sans-serif}table{border-collapse:collapse}"
            + "td,th{border:1px solid #999;padding:.3em;vertical-align:top}th{text-align:left;background:#eee}"
            + ".yes{background:#cfc}.partly{background:#ffc}.unknown{background:#ddf}pre{white-space:pre-wrap;max-width:40em}";

    private MatrixPage() {}

    public static String of(ReachMatrix matrix) {
        StringBuilder page = new StringBuilder("<!DOCTYPE html>\n<html lang=\"en\"><head><meta charset=\"utf-8\">"
                + "<title>Who reaches whom</title><style>" + STYLE
                + "</style></head><body>\n<h1>Who reaches whom</h1>\n"
                + "<p>A row for each sender, a column for each receiver. A cell opens into an example.</p>\n<table>\n<tr><th></th>");
        matrix.columns().forEach(c -> page.append("<th>").append(escaped(c)).append("</th>"));
        page.append("</tr>\n");
        for (List<ReachMatrix.Cell> row : matrix.cells()) {
            page.append("<tr><th>").append(escaped(row.getFirst().from())).append("</th>");
            row.forEach(cell -> cell(cell, matrix, page));
            page.append("</tr>\n");
        }
        return page.append("</table>\n</body></html>\n").toString();
    }

    private static void cell(ReachMatrix.Cell cell, ReachMatrix matrix, StringBuilder page) {
        if (cell.text().isEmpty()) {
            page.append("<td></td>");
            return;
        }
        String kind = cell.verdict() == ReachVerdict.NO
                ? "no"
                : cell.verdict().name().toLowerCase(java.util.Locale.ROOT);
        page.append("<td class=\"").append(kind).append("\"><details><summary>").append(escaped(cell.text()))
                .append("</summary><pre>")
                .append(escaped(ReachText.of(matrix.answer(cell), Style.PLAIN).toString()))
                .append("</pre></details></td>");
    }

    private static String escaped(String text) {
        return ControlCharacters.escapedLines(text).replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")
                .replace("\"", "&quot;");
    }
}
