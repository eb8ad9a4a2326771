package mcnet.grammar.format;

import java.util.List;
import mcnet.diagnostic.Diagnostic;

/** @param text the source in its one form, or as it was where the diagnostics hold an error */
public record Formatted(String text, List<Diagnostic> diagnostics) {

    public Formatted {
        diagnostics = List.copyOf(diagnostics);
    }
}
