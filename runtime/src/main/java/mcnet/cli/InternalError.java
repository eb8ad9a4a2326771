package mcnet.cli;

import java.util.List;
import mcnet.diagnostic.Diagnostic;

/** What nobody caught: said in one sentence, with the trace only for those who ask. */
final class InternalError {
    private InternalError() {}

    /**
     * @param command as the user gave it
     * @return the exit status
     */
    static int report(Throwable cause, List<String> command, Console console) {
        boolean verbose = command.contains("-v") || command.contains("--verbose");
        console.report(List.of(diagnostic(cause)));
        if (verbose) cause.printStackTrace(console.err());
        return Exit.FAULT;
    }

    private static Diagnostic diagnostic(Throwable cause) {
        return switch (cause) {
            case OutOfMemoryError _ -> Diagnostic.error("MC0029", "mcnet ran out of memory")
                    .why("the JVM may take " + (Runtime.getRuntime().maxMemory() >> 20) + " MiB")
                    .fix("allow more: export JDK_JAVA_OPTIONS=-Xmx4g");
            case StackOverflowError _ -> Diagnostic.error("MC0029", "the input is nested too deeply")
                    .why("mcnet ran out of stack while it read or compared it")
                    .fix("nest it less; to see where it happened, run the same command with -v");
            default -> Diagnostic.error("MC0029", "internal error: " + cause)
                    .why("this is a bug in mcnet")
                    .fix("run the same command with -v, and report what it prints");
        };
    }
}
