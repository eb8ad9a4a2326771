package mcnet.tests;

import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;

/** Runs the launcher as a user does, in a folder of its own, and keeps what it said. */
record Mcnet(Path folder) {
    static final Path HOME = Path.of(System.getProperty("mcnet.home"));

    /** What a command left behind. */
    record Said(int status, String out, String err) {
        @Override
        public String toString() {
            return "exit status " + status + "\n--- out\n" + out + "--- err\n" + err;
        }
    }

    Said run(String... arguments) {
        return run(Map.of(), arguments);
    }

    /** @param environment what is set beside what the tests themselves have */
    Said run(Map<String, String> environment, String... arguments) {
        List<String> command = new ArrayList<>(List.of(HOME.resolve("mcnet").toString()));
        command.addAll(List.of(arguments));
        try {
            ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
            builder.environment().putAll(environment);
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> read(process.getErrorStream()));
            String out = read(process.getInputStream());
            return new Said(process.waitFor(), out, err.join());
        } catch (IOException | InterruptedException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String read(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new IllegalStateException(e);
        }
    }
}
