package mcnet.tests;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Map;

/** A real ssh-agent, for one story. */
record SshAgent(Process process, Path socket) implements AutoCloseable {

    static SshAgent start(Path folder) throws IOException {
        Path socket = Files.createTempDirectory(folder, "agent").resolve("socket");
        Process process = new ProcessBuilder("ssh-agent", "-D", "-a", socket.toString()).start();
        assertTrue(process.inputReader().readLine().contains(socket.toString()));
        return new SshAgent(process, socket);
    }

    Map<String, String> environment() {
        return Map.of("SSH_AUTH_SOCK", socket.toString());
    }

    void add(Path key) throws IOException, InterruptedException {
        ProcessBuilder builder = new ProcessBuilder("ssh-add", "-q", key.toString()).inheritIO();
        builder.environment().putAll(environment());
        assertEquals(0, builder.start().waitFor());
    }

    @Override
    public void close() {
        process.destroy();
    }
}
