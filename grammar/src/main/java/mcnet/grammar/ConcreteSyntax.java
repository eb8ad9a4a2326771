package mcnet.grammar;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.grammar.antlr.McnetParser;
import org.antlr.v4.runtime.Token;

/**
 * A source as the grammar read it, with brackets, commas and comments that the tree leaves out.
 *
 * @param file empty where the source has errors
 * @param tokens all of them, comments included
 */
public record ConcreteSyntax(Optional<McnetParser.FileContext> file, List<Token> tokens, List<Diagnostic> diagnostics) {

    public ConcreteSyntax {
        tokens = List.copyOf(tokens);
        diagnostics = List.copyOf(diagnostics);
    }
}
