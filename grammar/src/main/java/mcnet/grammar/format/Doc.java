package mcnet.grammar.format;

import java.util.List;

/** What is to be laid out: texts, and places where a line may end. */
sealed interface Doc {

    Doc NOTHING = new Many(List.of());

    record Text(String text) implements Doc {}

    record Many(List<Doc> parts) implements Doc {
        public Many {
            parts = List.copyOf(parts);
        }
    }

    /** The end of a line where the group is broken, else {@code flat}; {@code blank}: an empty line as well. */
    record Line(String flat, boolean blank) implements Doc {}

    /** One step further in. */
    record Nest(Doc inner) implements Doc {}

    /** On one line if it fits and is not {@code broken} already, else with every line end of its own. */
    record Group(Doc inner, boolean broken) implements Doc {}

    /** A text that stands there only in a broken group; it goes in front of a comment on its line. */
    record Broken(String text) implements Doc {}

    /**
     * A comment.
     *
     * @param own it has a line to itself, and does not stand behind something
     * @param blank an empty line follows
     */
    record Comment(String text, boolean own, boolean blank) implements Doc {}

    static Doc many(Doc... parts) {
        return new Many(List.of(parts));
    }
}
