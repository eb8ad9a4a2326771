package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.io.InputStreamReader;
import java.io.Reader;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.TimeUnit;

/** mcnet at a terminal, with somebody who reads and types. The terminal is that of {@code script(1)}. */
final class Terminal {
    private static final int MOST_SECONDS = 120;

    private final Process process;
    private final StringBuffer shown = new StringBuffer();
    private final Thread reader;

    private Terminal(Process process) {
        this.process = process;
        this.reader = Thread.ofVirtual().start(this::read);
    }

    /** Starts a command as {@code mcnet} would have it run, its words without blanks. */
    static Terminal start(Mcnet mcnet, String... arguments) {
        String command = Mcnet.HOME.resolve("mcnet") + " " + String.join(" ", arguments);
        try {
            ProcessBuilder builder = new ProcessBuilder(List.of("script", "-qefc", command, "/dev/null"))
                    .directory(mcnet.folder().toFile()).redirectErrorStream(true);
            builder.environment().putAll(mcnet.environment());
            builder.environment().put("TERM", "xterm");
            return new Terminal(builder.start());
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** Returns when this stands on the screen, which it must. */
    Terminal awaits(String text) {
        long until = System.nanoTime() + TimeUnit.SECONDS.toNanos(MOST_SECONDS);
        while (shown.indexOf(text) < 0 && process.isAlive() && System.nanoTime() < until) Thread.onSpinWait();
        assertTrue(shown.indexOf(text) >= 0, () -> "'" + text + "' was awaited, shown was:\n" + shown);
        return this;
    }

    Terminal types(String line) {
        try {
            process.getOutputStream().write((line + "\n").getBytes(StandardCharsets.UTF_8));
            process.getOutputStream().flush();
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
        return this;
    }

    /** What a command left behind; all that was shown is its {@code out}. */
    Mcnet.Result end() {
        try {
            int status = process.waitFor();
            reader.join();
            return new Mcnet.Result(status, shown.toString(), "");
        } catch (InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private void read() {
        try (Reader out = new InputStreamReader(process.getInputStream(), StandardCharsets.UTF_8)) {
            char[] some = new char[4096];
            for (int n = out.read(some); n >= 0; n = out.read(some)) shown.append(some, 0, n);
        } catch (IOException e) {
            shown.append(e);
        }
    }
}
