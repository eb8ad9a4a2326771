package mcnet.report.text;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.LocalTime;
import java.time.format.DateTimeFormatter;
import mcnet.file.Content;
import mcnet.observe.CallTrace;
import mcnet.observe.ObjectRedaction;
import mcnet.report.terminal.TerminalStream;

/** Every call as a line when it is sent and a line when it is answered, with the time of this machine. */
public final class TraceText implements CallTrace {
    private static final DateTimeFormatter TIME = DateTimeFormatter.ofPattern("HH:mm:ss.SSS");

    /** What the file of {@code --log} begins with. */
    public static final Content CONTENT = Content.of("a log of mcnet", "\\d\\d:\\d\\d:\\d\\d\\.\\d{3} \\S+ [<>] ");

    private final TerminalStream out;

    public TraceText(TerminalStream out) {
        this.out = out;
    }

    @Override
    public synchronized void sent(String member, String call, JsonNode body) {
        line(member, "> " + call
                + (body == null
                        ? ""
                        : " " + ObjectRedaction.OF_BODIES.of(call.substring(call.indexOf(' ') + 1), body)));
    }

    @Override
    public synchronized void answered(String member, String call, int status, String error) {
        line(member, "< " + call + " " + status + (error.isEmpty() ? "" : " " + error));
    }

    private void line(String member, String text) {
        out.println(LocalTime.now().format(TIME) + " " + member + " " + text);
        out.flush();
    }
}
