package mcnet.check;

import java.util.function.Consumer;
import mcnet.diagnostic.Diagnostic;

/** One rule of what must hold in a program, known without a cluster. */
interface Rule {
    void check(Facts facts, Consumer<Diagnostic> report);
}
