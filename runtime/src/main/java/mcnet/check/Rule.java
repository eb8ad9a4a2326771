package mcnet.check;

import java.util.function.Consumer;
import mcnet.check.view.ProgramView;
import mcnet.diagnostic.Diagnostic;

/** One rule of what must hold in a program, known without a cluster. */
public interface Rule {
    void check(ProgramView facts, Consumer<Diagnostic> report);
}
