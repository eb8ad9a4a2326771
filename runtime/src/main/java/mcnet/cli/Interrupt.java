package mcnet.cli;

import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import sun.misc.Signal;
import sun.misc.SignalHandler;

/**
 * SIGINT, SIGTERM and SIGHUP while an apply runs: the running steps are finished, no other is started, and the lock is
 * given back. Ctrl-C after that ends the process at once; the others may come twice by themselves, as SIGHUP from the
 * shell and from the kernel. A signal that the caller ignores, as {@code nohup} does, stays ignored.
 */
public final class Interrupt implements BooleanSupplier, AutoCloseable {
    private static final Signal INT = new Signal("INT");
    private static final List<Signal> ALL = List.of(INT, new Signal("TERM"), new Signal("HUP"));

    private final AtomicReference<Signal> first = new AtomicReference<>();
    private final Map<Signal, SignalHandler> before;

    public Interrupt(Console console) {
        before = ALL.stream().collect(Collectors.toMap(s -> s, s -> Signal.handle(s, came -> {
            if (first.compareAndSet(null, came)) {
                console.err().println();
                console.err().println("Interrupted by SIG" + came.getName() + ": the running steps are finished, no"
                        + " other is started. Ctrl-C stops at once.");
            } else if (came.equals(INT)) Runtime.getRuntime().halt(status());
        })));
    }

    @Override
    public boolean getAsBoolean() {
        return first.get() != null;
    }

    /** The exit status where a signal came: 128 and its number. */
    public int status() {
        return Exit.SIGNAL + first.get().getNumber();
    }

    @Override
    public void close() {
        before.forEach(Signal::handle);
    }
}
