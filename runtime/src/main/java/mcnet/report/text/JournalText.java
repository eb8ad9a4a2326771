package mcnet.report.text;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.ObjectMapper;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import mcnet.file.InputFile;
import mcnet.report.terminal.Style;
import mcnet.report.terminal.TerminalText;

/** A journal as a person reads it; the last line of one that was killed may be cut. */
public final class JournalText {
    private static final ObjectMapper JSON = new ObjectMapper();

    private JournalText() {}

    /** Whose run it is. */
    public static String program(Path file) throws IOException {
        List<JsonNode> events = events(file);
        return events.isEmpty() ? "" : events.getFirst().path("program").asText();
    }

    /** One line for the list of runs. */
    public static String line(int number, Path file) throws IOException {
        List<JsonNode> events = events(file);
        JsonNode begin = events.isEmpty() ? JSON.missingNode() : events.getFirst();
        return "%3d  %s  program %s on %s: %s".formatted(number, time(begin), begin.path("program").asText(),
                begin.path("cluster").asText(), end(events));
    }

    public static TerminalText of(Path file, Style style) throws IOException {
        TerminalText text = new TerminalText();
        List<JsonNode> events = events(file);
        for (JsonNode event : events) {
            String head = time(event) + " " + event.path("member").asText();
            switch (event.path("event").asText()) {
                case "begin" -> text
                        .append(style.bold("apply of program " + event.path("program").asText() + " to cluster "
                                + event.path("cluster").asText()))
                        .append(", ").append(event.path("steps").size()).line(" steps");
                case "sent" -> text.append(head).append(" > ").append(event.path("call").asText())
                        .append(event.has("body") ? " " + event.path("body") : "").append('\n');
                case "answered" -> text.append(head).append(" < ").append(answer(event, style)).append('\n');
                default -> {}
            }
        }
        return text.line(end(events)).append(style.faint(file.toString())).append('\n');
    }

    private static TerminalText answer(JsonNode event, Style style) {
        String error = event.path("error").asText();
        String status = event.path("status").asText();
        return error.isEmpty() ? style.good(status) : style.bad(status + " " + error);
    }

    private static String end(List<JsonNode> events) {
        JsonNode last = events.isEmpty() ? JSON.missingNode() : events.getLast();
        if (!last.path("event").asText().equals("end")) return "interrupted before its end";
        return "%d done, %d failed, %d not started".formatted(last.path("done").asInt(), last.path("failed").asInt(),
                last.path("notStarted").asInt());
    }

    private static String time(JsonNode event) {
        String time = event.path("time").asText().replace('T', ' ');
        return time.length() > 23 ? time.substring(0, 23) : time;
    }

    private static List<JsonNode> events(Path file) throws IOException {
        List<JsonNode> events = new ArrayList<>();
        String text = new String(InputFile.readRegular(file, InputFile.DATA), StandardCharsets.UTF_8);
        for (String line : text.lines().toList()) {
            try {
                events.add(JSON.readTree(line));
            } catch (IOException cut) {
                break;
            }
        }
        return events;
    }
}
