package mcnet.cli;

import java.util.List;
import mcnet.diagnostic.Diagnostic;
import org.apache.commons.cli.ParseException;

/** What an option names is not what it takes, and can be shown there. */
final class InvalidArgument extends ParseException {
    private final transient List<Diagnostic> diagnostics;

    InvalidArgument(List<Diagnostic> diagnostics) {
        super(diagnostics.getFirst().message());
        this.diagnostics = List.copyOf(diagnostics);
    }

    List<Diagnostic> diagnostics() {
        return diagnostics;
    }
}
