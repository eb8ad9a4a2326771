package mcnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.Observed;
import mcnet.observe.ObservedFile;

/** Observations as files that a user names. */
final class Observations {
    private Observations() {}

    /** @return nothing where it cannot be used; the console is told why */
    static Optional<Observed> read(Path file, Console console) {
        try {
            return Optional.of(ObservedFile.read(file));
        } catch (IOException e) {
            console.report(List.of(unreadable(file, e)));
            return Optional.empty();
        }
    }

    static Diagnostic unreadable(Path file, IOException e) {
        if (!(e instanceof ObservedFile.NoObservation)) return Sources.unreadable(file, e);
        return Diagnostic.error("MC0032", file + " is not an observation that can be used").why(e.getMessage())
                .fix("make one: mcnet observe --out " + file);
    }
}
