package mcnet.lang;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.tree.Item;
import mcnet.model.Doubts;
import mcnet.model.Program;

/**
 * What the sources say.
 *
 * @param program all that could be understood
 * @param doubts what is missing from it because of errors that are reported here
 * @param diagnostics in the order of the sources and of their text
 * @param items the program without imports, blueprints and loops
 */
public record Compiled(Program program, Doubts doubts, List<Diagnostic> diagnostics, List<Item> items) {

    public Compiled {
        diagnostics = List.copyOf(diagnostics);
        items = List.copyOf(items);
    }

    public boolean hasErrors() {
        return diagnostics.stream().anyMatch(Diagnostic::isError);
    }
}
