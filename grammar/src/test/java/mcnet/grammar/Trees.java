package mcnet.grammar;

import java.lang.reflect.RecordComponent;
import java.util.Collection;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import mcnet.diagnostic.Source;
import mcnet.diagnostic.Span;
import mcnet.grammar.tree.SourceFile;

/** Trees as text without their places, so that trees of different sources can be compared. */
final class Trees {
    private Trees() {}

    static ParseResult parse(String text) {
        return Parser.parse(new Source("test.mcnet", text));
    }

    static String items(SourceFile file) {
        return text(file.items());
    }

    static String text(Object node) {
        return switch (node) {
            case Optional<?> maybe -> maybe.map(Trees::text).orElse("-");
            case Collection<?> all -> all.stream().map(Trees::text).collect(Collectors.joining("\n", "(", ")"));
            case Record r -> r.getClass().getSimpleName() + Stream.of(r.getClass().getRecordComponents())
                    .filter(c -> c.getType() != Span.class)
                    .map(c -> text(value(r, c)))
                    .collect(Collectors.joining(" ", "<", ">"));
            default -> node.toString();
        };
    }

    private static Object value(Record node, RecordComponent component) {
        try {
            return component.getAccessor().invoke(node);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException(e);
        }
    }
}
