package mcnet.tests;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.concurrent.CompletableFuture;

/** Runs a script of bash as a user does, in which {@code $MCNET} is the launcher. */
final class Shell {
    private Shell() {}

    public static Mcnet.Result run(Path folder, String script) {
        try {
            ProcessBuilder builder = new ProcessBuilder("bash", "-c", script).directory(folder.toFile());
            builder.environment().put("MCNET", Mcnet.HOME.resolve("mcnet").toString());
            Process process = builder.start();
            process.getOutputStream().close();
            CompletableFuture<String> err = CompletableFuture.supplyAsync(() -> all(process.getErrorStream()));
            String out = all(process.getInputStream());
            return new Mcnet.Result(process.waitFor(), out, err.join());
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    private static String all(InputStream stream) {
        try {
            return new String(stream.readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }
}
