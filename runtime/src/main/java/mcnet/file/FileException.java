package mcnet.file;

import java.io.IOException;
import mcnet.diagnostic.Diagnostic;

/** A file that cannot be used, with what the user is told of it. */
public final class FileException extends IOException {
    private final transient Diagnostic diagnostic;

    FileException(Diagnostic diagnostic, IOException cause) {
        super(diagnostic.message() + (diagnostic.why().isEmpty() ? "" : ": " + diagnostic.why()), cause);
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }
}
