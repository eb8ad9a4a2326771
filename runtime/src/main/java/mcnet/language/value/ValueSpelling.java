package mcnet.language.value;

import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.grammar.Keywords;
import mcnet.grammar.tree.Expression;
import mcnet.model.QuotedText;

/** Values as they would be written. */
public final class ValueSpelling {
    private ValueSpelling() {}

    private static final Set<String> WORDS = Set.copyOf(Stream.concat(Keywords.reserved().stream(),
            Keywords.ofSentences().stream()).toList());

    public static String of(Expression value) {
        return switch (value) {
            case Expression.Literal l -> l.text();
            case Expression.Word w -> w.text();
            case Expression.Text t -> quoted(t.text());
            case Expression.Truth t -> Boolean.toString(t.value());
            case Expression.ListOf l ->
                l.elements().stream().map(ValueSpelling::of).collect(Collectors.joining(", ", "[", "]"));
            case Expression.MapOf m -> m.entries().isEmpty()
                    ? "{ }"
                    : m.entries().stream().map(e -> name(e.key().text()) + " = " + of(e.value()))
                            .collect(Collectors.joining("  ", "{ ", " }"));
            case Expression.Call c -> c.arguments().stream().map(a -> of(a.value()))
                    .collect(Collectors.joining(", ", of(c.function()) + "(", ")"));
            default -> value.span().text();
        };
    }

    /** The text that a value becomes inside another text; null where it becomes none. */
    static String inText(Expression value) {
        return switch (value) {
            case Expression.Text t -> t.text();
            case Expression.Literal _,Expression.Word _,Expression.Truth _ -> of(value);
            default -> null;
        };
    }

    public static String quoted(String text) {
        return QuotedText.of(text);
    }

    public static String name(String text) {
        return isName(text) ? text : quoted(text);
    }

    public static boolean isName(String text) {
        return text.matches("[a-zA-Z_][a-zA-Z0-9_]*(-+[a-zA-Z0-9_]+)*") && !WORDS.contains(text);
    }
}
