package mcnet.grammar;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.tree.File;

/**
 * A source that was read.
 *
 * @param file all that could be read, with {@code Broken} where it could not
 */
public record Parsed(File file, List<Diagnostic> diagnostics) {

    public Parsed {
        diagnostics = List.copyOf(diagnostics);
    }
}
