package mcnet.apply;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import com.fasterxml.jackson.databind.node.ObjectNode;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.LocalDateTime;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.stream.Stream;
import mcnet.file.FileException;
import mcnet.file.LineFile;
import mcnet.observe.CallTrace;
import mcnet.observe.ObjectRedaction;
import mcnet.plan.Plan;

/**
 * What one apply sent and what came back: a file of JSON lines in the user's state folder, each line synced to disk before
 * the call it announces is sent. It is for people who look back; mcnet itself never relies on it.
 */
public final class Journal implements CallTrace, AutoCloseable {
    private static final ObjectMapper JSON = new ObjectMapper();
    private static final DateTimeFormatter NAME = DateTimeFormatter.ofPattern("yyyyMMdd-HHmmss-SSS");

    private final LineFile out;
    private volatile UncheckedIOException gap;

    private Journal(LineFile out) {
        this.out = out;
    }

    /**
     * Begins the journal of a run.
     *
     * @throws IOException where it cannot be written; then there is none
     */
    public static Journal begin(Plan plan) throws IOException {
        Journal journal = new Journal(
                LineFile.create(folder(), NAME.format(LocalDateTime.now()) + "-" + plan.program(), ".jsonl"));
        ObjectNode begin = journal.event("begin").put("program", plan.program()).put("cluster", plan.cluster().name());
        plan.steps().forEach(s -> begin.withArrayProperty("steps").add(s.member() + ": " + s.id()));
        try {
            journal.write(begin);
        } catch (UncheckedIOException e) {
            journal.out.remove();
            throw e.getCause();
        }
        return journal;
    }

    /** Where the journals lie; by the XDG base directory rules. */
    public static Path folder() {
        String state = System.getenv("XDG_STATE_HOME");
        Path base = state == null || state.isEmpty()
                ? Path.of(System.getProperty("user.home"), ".local", "state")
                : Path.of(state);
        return base.resolve("mcnet").resolve("runs");
    }

    /** All journals, the newest first. */
    public static List<Path> all() throws IOException {
        if (!Files.isDirectory(folder())) return List.of();
        try (Stream<Path> files = Files.list(folder())) {
            return files.filter(f -> f.toString().endsWith(".jsonl")).sorted(java.util.Comparator.reverseOrder())
                    .toList();
        }
    }

    public Path file() {
        return out.path();
    }

    @Override
    public void sent(String member, String call, JsonNode body) {
        if (gap != null) throw gap;
        ObjectNode event = event("sent").put("member", member).put("call", call);
        if (body != null) event.set("body", ObjectRedaction.OF_BODIES.of(call.substring(call.indexOf(' ') + 1), body));
        write(event);
    }

    @Override
    public void answered(String member, String call, int status, String error) {
        ObjectNode event = event("answered").put("member", member).put("call", call).put("status", status);
        if (!error.isEmpty()) event.put("error", error);
        try {
            write(event);
        } catch (UncheckedIOException e) {
            // The call is made; the next one is not.
            gap = e;
        }
    }

    /**
     * How it ended.
     *
     * @throws UncheckedIOException where the journal is incomplete
     */
    public void end(ApplyOutcome outcome) {
        if (gap != null) throw gap;
        write(event("end").put("done", outcome.done().size()).put("failed", outcome.failed().size())
                .put("notStarted", outcome.notStarted().size()));
    }

    private ObjectNode event(String what) {
        return JSON.createObjectNode().put("time", LocalDateTime.now().toString()).put("event", what);
    }

    private void write(ObjectNode event) {
        try {
            out.write(event.toString());
        } catch (FileException e) {
            throw new UncheckedIOException(e.getMessage(), e);
        }
    }

    @Override
    public void close() {
        out.close();
    }
}
