package mcnet.apply;

import static java.time.Duration.ofSeconds;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTimeoutPreemptively;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.SecretStore;
import mcnet.plan.Action;
import mcnet.plan.Plan;
import mcnet.plan.ResourceId;
import mcnet.plan.Step;
import mcnet.plan.StepConstraints;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Whatever a worker dies of, the apply ends: else its lease would be held for ever. */
class ApplyTest {
    /** So that a test that hangs fails; nothing here takes time. */
    private static final Duration HANGS = ofSeconds(30);

    static Stream<Throwable> deaths() {
        return Stream.of(new OutOfMemoryError(), new StackOverflowError(), new AssertionError("no"),
                new NoClassDefFoundError("X"), new IllegalStateException("no"));
    }

    /** Dies where a step of micro1 begins or ends. */
    private record Deadly(Throwable death, boolean atTheEnd) implements ApplyProgress {
        @Override
        public void started(Step step) {
            if (!atTheEnd) die(step);
        }

        @Override
        public void done(Step step, Duration took) {
            die(step);
        }

        @Override
        public void failed(Step step, Diagnostic reason) {
            if (atTheEnd) die(step);
        }

        private void die(Step step) {
            if (!step.member().equals("micro1")) return;
            if (death instanceof Error error) throw error;
            throw (RuntimeException) death;
        }
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void itEndsWhereAStepDies(Throwable death) {
        ApplyOutcome outcome = run(new Deadly(death, false));
        assertEquals(List.of("one"), outcome.failed().stream().map(Step::id).toList());
        assertEquals(List.of("two"), outcome.notStarted().stream().map(Step::id).toList());
        assertEquals(List.of(death instanceof Error ? "MC0906" : "MC0999"),
                outcome.failures().stream().map(Diagnostic::code).toList());
        assertFalse(outcome.complete());
    }

    @ParameterizedTest
    @MethodSource("deaths")
    void itEndsWhereAWorkerDiesBetweenSteps(Throwable death) {
        ApplyOutcome outcome = run(new Deadly(death, true));
        assertFalse(outcome.complete());
        assertTrue(outcome.failures().stream().anyMatch(d -> d.code().equals("MC0906")));
    }

    /** The second step waits for the first, on another member. There are no members behind it: no step reaches one. */
    private static ApplyOutcome run(ApplyProgress progress) {
        Plan plan = new Plan("shop", new ClusterConnection("c", null, List.of()), List.of(),
                List.of(step("one", "micro1", Set.of()),
                        step("two", "micro2", Set.of("one"))),
                List.of(), List.of());
        return assertTimeoutPreemptively(HANGS,
                () -> Apply.run(plan, null, SecretStore.EMPTY, progress, CallTrace.NONE, () -> false, null));
    }

    private static Step step(String id, String member, Set<String> after) {
        return new Step(id, new ResourceId("network", id), Action.CREATE, member, List.of(), List.of(), after,
                StepConstraints.NONE,
                "", "");
    }
}
