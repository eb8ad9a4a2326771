package mcnet.cli;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.BooleanSupplier;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/** Ctrl-C while steps run: the first one lets the running steps finish, a second one ends the process as usual. */
final class Interrupt implements BooleanSupplier, AutoCloseable {
    private static final Signal INT = new Signal("INT");

    private final AtomicBoolean pressed = new AtomicBoolean();
    private final SignalHandler before;

    Interrupt(Console console) {
        before = Signal.handle(INT, signal -> {
            if (pressed.getAndSet(true)) Runtime.getRuntime().halt(Exit.INTERRUPTED);
            console.err().println();
            console.err().println(
                    "Interrupted: the running steps are finished, no other is started. Once more to drop everything.");
        });
    }

    @Override
    public boolean getAsBoolean() {
        return pressed.get();
    }

    @Override
    public void close() {
        Signal.handle(INT, before);
    }
}
