package mcnet.tests;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.Executor;

/** Runs the launcher as a user does, in a folder of its own, and keeps what it said. */
record Mcnet(Path folder, Map<String, String> environment) {
    static final Path HOME = Path.of(System.getProperty("mcnet.home"));

    Mcnet(Path folder) {
        this(folder, Map.of());
    }

    /** What a command left behind. */
    record Result(int status, String out, String err) {
        @Override
        public String toString() {
            return "exit status " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    /** A command at work. */
    record Execution(Process process, CompletableFuture<String> out, CompletableFuture<String> err) {

        Result end() {
            try {
                return new Result(process.waitFor(), out.join(), err.join());
            } catch (InterruptedException e) {
                throw new IllegalStateException(e);
            }
        }

        /** SIGKILL for the launcher and the JVM under it. */
        Result kill() {
            process.descendants().forEach(ProcessHandle::destroyForcibly);
            process.destroyForcibly();
            return end();
        }

        /** Ctrl-C, as a terminal sends it to all that run under it. */
        void interrupt() throws IOException, InterruptedException {
            signal("INT");
        }

        /** A signal for all that runs under it, and for itself where it is mcnet and not the launcher's shell. */
        void signal(String name) throws IOException, InterruptedException {
            List<ProcessHandle> all = process.descendants().toList();
            for (ProcessHandle each : all.isEmpty() ? List.of(process.toHandle()) : all) {
                new ProcessBuilder("sh", "-c", "kill -" + name + " " + each.pid()).start().waitFor();
            }
        }
    }

    Result run(String... arguments) {
        return start(arguments).end();
    }

    Execution start(String... arguments) {
        return start(HOME, arguments);
    }

    /** Another launcher than the one under test. */
    Result runFrom(Path home, String... arguments) {
        return start(home, arguments).end();
    }

    private Execution start(Path home, String... arguments) {
        // A shell starts what runs in its background with Ctrl-C ignored, and the tests may be that.
        List<String> command = new ArrayList<>(
                List.of("env", "--default-signal=INT,TERM,HUP", home.resolve("mcnet").toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            return running(builder);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }

    /** What is started so, with nothing to read. */
    static Execution running(ProcessBuilder builder) throws IOException {
        Process process = builder.start();
        process.getOutputStream().close();
        Executor each = task -> Thread.ofPlatform().daemon().start(task);
        return new Execution(process, CompletableFuture.supplyAsync(() -> read(process.getInputStream()), each),
                CompletableFuture.supplyAsync(() -> read(process.getErrorStream()), each));
    }

    /** All that comes, to the end or until the process is killed. */
    private static String read(InputStream stream) {
        ByteArrayOutputStream all = new ByteArrayOutputStream();
        try {
            stream.transferTo(all);
        } catch (IOException killed) {
            return all.toString(StandardCharsets.UTF_8);
        }
        return all.toString(StandardCharsets.UTF_8);
    }
}
