package mcnet.grammar.format;

import java.util.ArrayList;
import java.util.List;

/**
 * An item in a column of items: neighbours of one sort have their tails below each other, as far as nothing but line
 * ends stands between them.
 *
 * @param sort empty: it stands for itself
 * @param apart an empty line stands in front of it
 */
record Row(String sort, Document head, Document tail, boolean apart) {

    static List<Document> aligned(List<Row> rows) {
        List<Document> docs = new ArrayList<>();
        int end = 0;
        int widest = 0;
        for (int i = 0; i < rows.size(); i++) {
            Row row = rows.get(i);
            if (i == end) {
                for (end = i + 1; end < rows.size() && row.goesWith(rows.get(end)); end++) {
                }
                widest = rows.subList(i, end).stream().mapToInt(r -> width(r.head)).max().orElse(0);
            }
            docs.add(Document.many(row.head, new Document.Broken(" ".repeat(widest - width(row.head))), row.tail));
        }
        return docs;
    }

    private boolean goesWith(Row next) {
        return !sort.isEmpty() && sort.equals(next.sort) && !next.apart;
    }

    private static int width(Document doc) {
        return switch (doc) {
            case Document.Text(String text) -> text.length();
            case Document.Many(List<Document> parts) -> parts.stream().mapToInt(Row::width).sum();
            default -> 0;
        };
    }
}
