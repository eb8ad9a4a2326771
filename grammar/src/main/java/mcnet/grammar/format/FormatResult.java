package mcnet.grammar.format;

import java.util.List;
import mcnet.diagnostic.Diagnostic;

/** @param text the source in its one form, or as it was where the diagnostics hold an error */
public record FormatResult(String text, List<Diagnostic> diagnostics) {

    public FormatResult {
        diagnostics = List.copyOf(diagnostics);
    }
}
