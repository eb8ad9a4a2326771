package mcnet.grammar.format;

import java.util.ArrayList;
import java.util.List;

/** Lines as they are written, each with the comment behind it; comments of neighbours stand below each other. */
final class Lines {
    private static final int GAP = 2;

    private record Line(String text, String comment) {}

    private final List<Line> done = new ArrayList<>();
    private final StringBuilder text = new StringBuilder();
    private String comment = "";
    private int indent;
    /** A comment has ended the line: what is still to come goes on a next one, this far in. */
    private int resume = -1;
    private boolean blank;

    int width() {
        return indent + text.length();
    }

    void add(String words) {
        if (words.isBlank() && (resume >= 0 || text.isEmpty()))
            return;
        if (resume >= 0)
            end(resume, blank);
        text.append(words);
    }

    /** Goes in front of a comment that stands behind the line. */
    void glue(String words) {
        text.append(words);
    }

    /** @param onward how far in it goes on if the comment stands in the middle of something */
    void add(Document.Comment added, int onward) {
        if (added.own() || resume >= 0) {
            if (resume >= 0 || !text.isEmpty())
                end(resume >= 0 ? resume : onward, blank);
            text.append(added.text());
            resume = indent;
        } else {
            resume = text.isEmpty() ? indent : onward;
            comment = added.text();
        }
        blank = added.blank();
    }

    /** The next line begins {@code next} characters in, behind an empty one where that is wanted. */
    void end(int next, boolean emptyLine) {
        if (!text.isEmpty() || !comment.isEmpty()) {
            done.add(new Line(Comments.withoutBlanks(" ".repeat(indent) + text), comment));
            if (emptyLine)
                done.add(new Line("", ""));
        }
        text.setLength(0);
        comment = "";
        indent = next;
        resume = -1;
        blank = false;
    }

    String text() {
        end(0, false);
        StringBuilder all = new StringBuilder();
        int column = 0;
        for (int i = 0; i < done.size(); i++) {
            Line line = done.get(i);
            all.append(line.text);
            if (!line.comment.isEmpty()) {
                if (i == 0 || done.get(i - 1).comment.isEmpty())
                    column = column(i);
                all.append(" ".repeat(column - line.text.length()))
                        .append(Comments.withoutBlanks(line.comment));
            }
            all.append('\n');
        }
        return all.toString();
    }

    /** Where comments stand in this line and those directly below it that have one. */
    private int column(int from) {
        int widest = 0;
        for (int i = from; i < done.size() && !done.get(i).comment.isEmpty(); i++)
            widest = Math.max(widest, done.get(i).text.length());
        return widest + GAP;
    }
}
