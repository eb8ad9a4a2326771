package mcnet.language.load;

import java.util.ArrayList;
import java.util.List;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.Label;
import mcnet.diagnostic.Span;

/** A file that is there, and that is no text or cannot be read; what is wrong with it says why. */
public final class UnreadableFile extends Exception {
    private final transient Diagnostic diagnostic;

    public UnreadableFile(Diagnostic diagnostic) {
        super(diagnostic.message(), null, false, false);
        this.diagnostic = diagnostic;
    }

    public Diagnostic diagnostic() {
        return diagnostic;
    }

    /** The same, with the place that named the file. */
    public Diagnostic importedAt(Span span) {
        List<Label> labels = new ArrayList<>(diagnostic.labels());
        labels.add(new Label(span, labels.isEmpty() ? "" : "named here"));
        return new Diagnostic(diagnostic.severity(), diagnostic.code(), diagnostic.message(), labels, diagnostic.why(),
                diagnostic.fix());
    }
}
