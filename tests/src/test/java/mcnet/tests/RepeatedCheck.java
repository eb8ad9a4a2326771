package mcnet.tests;

import java.io.OutputStream;
import java.io.PrintStream;
import java.lang.management.ManagementFactory;
import java.lang.management.ThreadMXBean;
import mcnet.cli.Console;
import mcnet.cli.Main;
import mcnet.report.terminal.Style;

/**
 * Checks a folder again and again in one process, and prints of each run what it took, by the clock and of the CPU, in
 * ms. A program of its own: {@code java -cp … RepeatedCheck.java RUNS FOLDER}.
 */
final class RepeatedCheck {
    /** Until the compiler has seen enough. */
    private static final int BEFORE = 10;

    private RepeatedCheck() {}

    public static void main(String[] args) {
        PrintStream nowhere = new PrintStream(OutputStream.nullOutputStream());
        Main mcnet = new Main(new Console(nowhere, System.err, Style.PLAIN, false));
        ThreadMXBean threads = ManagementFactory.getThreadMXBean();
        for (int i = -BEFORE; i < Integer.parseInt(args[0]); i++) {
            long clock = System.nanoTime();
            long cpu = threads.getCurrentThreadCpuTime();
            if (mcnet.run("check", args[1]) != 0) System.exit(1);
            if (i >= 0)
                System.out.println(
                        millis(System.nanoTime() - clock) + " " + millis(threads.getCurrentThreadCpuTime() - cpu));
        }
    }

    private static long millis(long nanos) {
        return nanos / 1_000_000;
    }
}
