package mcnet.grammar;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.tree.SourceFile;

/**
 * A source that was read.
 *
 * @param file all that could be read, with {@code Broken} where it could not
 */
public record ParseResult(SourceFile file, List<Diagnostic> diagnostics) {

    public ParseResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
