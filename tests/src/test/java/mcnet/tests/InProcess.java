package mcnet.tests;

import java.io.ByteArrayOutputStream;
import java.io.PrintStream;
import java.nio.charset.StandardCharsets;
import mcnet.cli.Console;
import mcnet.cli.Main;
import mcnet.report.terminal.Style;

/** Runs mcnet in this process, where a start for each run would cost too much. */
final class InProcess {
    private InProcess() {}

    /** @param style as a terminal or a pipe would get */
    static Mcnet.Result run(Style style, String... arguments) {
        ByteArrayOutputStream out = new ByteArrayOutputStream();
        ByteArrayOutputStream err = new ByteArrayOutputStream();
        int status = new Main(new Console(new PrintStream(out, true, StandardCharsets.UTF_8),
                new PrintStream(err, true, StandardCharsets.UTF_8), style, false)).run(arguments);
        return new Mcnet.Result(status, out.toString(StandardCharsets.UTF_8), err.toString(StandardCharsets.UTF_8));
    }
}
