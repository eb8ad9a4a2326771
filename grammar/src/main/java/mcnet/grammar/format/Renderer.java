package mcnet.grammar.format;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.List;

/** Lays a document out: each group on one line if it fits, else broken at its line ends. */
final class Renderer {
    private static final int WIDTH = 120;
    private static final int STEP = 2;

    /** A document, how far in it stands, and whether its group is broken. */
    private record Task(Document doc, int indent, boolean broken) {}

    private final Deque<Task> tasks = new ArrayDeque<>();
    private final Lines lines = new Lines();

    private Renderer() {}

    static String render(Document doc) {
        Renderer renderer = new Renderer();
        renderer.tasks.push(new Task(doc, 0, true));
        while (!renderer.tasks.isEmpty())
            renderer.step(renderer.tasks.pop());
        return renderer.lines.text();
    }

    private void step(Task task) {
        switch (task.doc) {
            case Document.Text(String text) -> lines.add(text);
            case Document.Broken(String text) -> {
                if (task.broken)
                    lines.glue(text);
            }
            case Document.Many(List<Document> parts) -> push(parts, task.indent, task.broken);
            case Document.Nest(Document inner) -> tasks.push(new Task(inner, task.indent + STEP, task.broken));
            case Document.Group(Document inner, boolean broken) ->
                tasks.push(new Task(inner, task.indent, broken || !fits(inner)));
            case Document.Comment comment -> lines.add(comment, task.indent + STEP);
            case Document.Line line when task.broken -> lines.end(task.indent, line.blank());
            case Document.Line line -> lines.add(line.flat());
        }
    }

    private void push(List<Document> parts, int indent, boolean broken) {
        for (int i = parts.size() - 1; i >= 0; i--)
            tasks.push(new Task(parts.get(i), indent, broken));
    }

    /** The document on one line, with what follows it up to the next end of a line. */
    private boolean fits(Document doc) {
        int room = WIDTH - lines.width();
        Deque<Task> ahead = new ArrayDeque<>();
        ahead.push(new Task(doc, 0, false));
        var behind = tasks.iterator();
        while (room >= 0) {
            if (ahead.isEmpty() && !behind.hasNext())
                return true;
            Task task = ahead.isEmpty() ? behind.next() : ahead.pop();
            switch (task.doc) {
                case Document.Text(String text) -> room -= text.length();
                case Document.Many(List<Document> parts) -> {
                    List<Document> reversed = new ArrayList<>(parts).reversed();
                    reversed.forEach(part -> ahead.push(new Task(part, 0, task.broken)));
                }
                case Document.Nest(Document inner) -> ahead.push(new Task(inner, 0, task.broken));
                case Document.Group(Document inner, boolean broken) -> {
                    if (broken && task.broken)
                        return true;
                    if (broken)
                        return false;
                    ahead.push(new Task(inner, 0, false));
                }
                case Document.Line line when task.broken -> {
                    return true;
                }
                case Document.Line line -> room -= line.flat().length();
                case Document.Broken _,Document.Comment _ -> {}
            }
        }
        return false;
    }
}
