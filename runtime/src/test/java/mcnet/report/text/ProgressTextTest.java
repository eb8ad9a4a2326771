package mcnet.report.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Set;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.plan.Action;
import mcnet.plan.Plan;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.StepConstraints;
import mcnet.report.terminal.TerminalStream;
import mcnet.report.terminal.TextOptions;
import org.junit.jupiter.api.Test;

/** A step is one line when it ends; on a terminal the last line tells what is running. */
class ProgressTextTest {
    private static final Step FIRST = step("define uplink public on micro1", "micro1");
    private static final Step SECOND = step("define uplink public on micro2", "micro2");
    private final ByteArrayOutputStream out = new ByteArrayOutputStream();

    @Test
    void elsewhereAStepIsOneLine() {
        play(false);
        assertEquals("""
                [2/2] micro2: define uplink public on micro2 done in 0.3 s
                [1/2] micro1: define uplink public on micro1 failed
                """, out.toString(StandardCharsets.UTF_8));
    }

    @Test
    void onATerminalTheLastLineIsReplaced() {
        play(true);
        String clear = "\r\u001b[K";
        assertEquals("[1/2] micro1: define uplink public on m" + clear + "[1/2] micro1: define uplink public on m"
                + clear
                + "[2/2] micro2: define uplink public on micro2 done in 0.3 s\n[1/2] micro1: define uplink public on m"
                + clear + "[1/2] micro1: define uplink public on micro1 failed\n",
                out.toString(StandardCharsets.UTF_8));
    }

    private void play(boolean terminal) {
        Plan plan = new Plan("shop", new ClusterConnection("lab", null, List.of()), List.of(), List.of(FIRST, SECOND),
                List.of(), List.of());
        ProgressText progress = new ProgressText(plan, new TerminalStream(out),
                new TextOptions(TextOptions.PLAIN.style(), 40, false), terminal);
        progress.started(FIRST);
        progress.started(SECOND);
        progress.done(SECOND, Duration.ofMillis(300));
        progress.failed(FIRST, Diagnostic.error("MC0901", "no"));
    }

    private static Step step(String id, String member) {
        return new Step(id, new ResourceId("uplink", "public"), Action.CREATE, member, List.of(), List.of(), Set.of(),
                StepConstraints.NONE, "", "");
    }
}
