package mcnet.tests;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.function.Predicate;
import java.util.stream.Stream;

/**
 * Waits for a moment within an apply by its journal, whose lines are on disk before the call they announce is sent: so
 * something can happen between a write's request and its answer.
 */
final class JournalWatcher {
    private final Path state;

    /** @param state a folder for the journals of this test alone */
    JournalWatcher(Path state) {
        this.state = state;
    }

    /** What makes mcnet keep its journals there. */
    Map<String, String> environment() {
        return Map.of("XDG_STATE_HOME", state.toString());
    }

    /**
     * Returns when the apply has announced its {@code n}th write, counted from 1.
     *
     * @return false if the apply ended before
     */
    boolean awaitWrite(Mcnet.Execution apply, int n) throws IOException {
        return await(apply, writes -> writes.count() >= n);
    }

    /** Whether the newest journal ends in the middle of a write: sent, not answered. */
    boolean unanswered() throws IOException {
        List<String> lines = Files.readAllLines(journals().getFirst());
        return !lines.isEmpty() && lines.getLast().contains("\"event\":\"sent\"") && !lines.getLast().contains("GET ");
    }

    /** Returns when the apply has announced a call that begins like this. */
    boolean awaitCall(Mcnet.Execution apply, String call) throws IOException {
        return await(apply, writes -> writes.anyMatch(w -> w.contains("\"call\":\"" + call)));
    }

    /** Returns when the apply has announced that it creates the network of this name on the whole cluster. */
    boolean awaitCreation(Mcnet.Execution apply, String network) throws IOException {
        return await(apply, writes -> writes.anyMatch(
                w -> w.contains("\"POST /1.0/networks\"") && w.contains("\"name\":\"" + network + "\"")));
    }

    private boolean await(Mcnet.Execution apply, Predicate<Stream<String>> reached) throws IOException {
        List<Path> before = journals();
        while (true) {
            boolean running = apply.process().isAlive();
            List<Path> now = journals();
            if (now.size() > before.size() && reached.test(writes(now.getFirst()))) return true;
            if (!running) return false;
            Thread.onSpinWait();
        }
    }

    private static Stream<String> writes(Path journal) throws IOException {
        return Files.readString(journal).lines()
                .filter(l -> l.contains("\"event\":\"sent\"") && !l.contains("\"call\":\"GET "));
    }

    /** The newest first. */
    List<Path> journals() throws IOException {
        Path folder = state.resolve("mcnet/runs");
        if (!Files.isDirectory(folder)) return List.of();
        try (Stream<Path> files = Files.list(folder)) {
            return files.sorted(Comparator.reverseOrder()).toList();
        }
    }
}
