package mcnet.grammar.format;

import java.util.List;

/** What is to be laid out: texts, and places where a line may end. */
sealed interface Document {

    Document NOTHING = new Many(List.of());

    record Text(String text) implements Document {}

    record Many(List<Document> parts) implements Document {
        public Many {
            parts = List.copyOf(parts);
        }
    }

    /** The end of a line where the group is broken, else {@code flat}; {@code blank}: an empty line as well. */
    record Line(String flat, boolean blank) implements Document {}

    /** One step further in. */
    record Nest(Document inner) implements Document {}

    /** On one line if it fits and is not {@code broken} already, else with every line end of its own. */
    record Group(Document inner, boolean broken) implements Document {}

    /** A text that stands there only in a broken group; it goes in front of a comment on its line. */
    record Broken(String text) implements Document {}

    /**
     * A comment.
     *
     * @param own it has a line to itself, and does not stand behind something
     * @param blank an empty line follows
     */
    record Comment(String text, boolean own, boolean blank) implements Document {}

    static Document many(Document... parts) {
        return new Many(List.of(parts));
    }
}
