package mcnet.cli;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mcnet.apply.ApplyProgress;
import mcnet.apply.ProbeResult;
import mcnet.apply.Verification;
import mcnet.collect.Collector;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.CallTrace;
import mcnet.operation.ApplyOperation;
import mcnet.operation.ApplyResult;
import mcnet.operation.ApplyView;
import mcnet.operation.ApprovedPlan;
import mcnet.operation.PlanOperation;
import mcnet.plan.Plan;
import mcnet.plan.ResourceId;
import mcnet.report.terminal.TextOptions;
import mcnet.report.text.OutcomeText;
import mcnet.report.text.PlanText;
import mcnet.report.text.ProgressText;
import mcnet.report.text.VerifyText;
import mcnet.ssh.Connections;
import mcnet.ssh.UnreachableException;

/** What follows the yes, as a person sees it: progress, outcome, verification. */
record ApplyConsole(PlanOperation planning, Connections connections, CallTrace trace, Console console,
        TextOptions layout)
        implements
            ApplyView {
    /** How long OVN may take to show what was applied. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /** @return the exit status; the parameters are those of {@link ApplyOperation#run} */
    int run(Plan shown, Optional<ApprovedPlan> approved, OptionalLong broken, Set<ResourceId> stuck)
            throws UnreachableException {
        console.out().println();
        try (Interrupt interrupt = new Interrupt(console)) {
            ApplyResult result = new ApplyOperation(planning, connections, trace, this).run(shown, approved, broken,
                    stuck, interrupt);
            return switch (result) {
                case ApplyResult.NotStarted(boolean held) -> held ? Exit.HELD : Exit.NOTHING_CHANGED;
                case ApplyResult.Stopped(var outcome) -> {
                    console.out().print(OutcomeText.of(outcome, console.style()));
                    if (interrupt.getAsBoolean()) yield interrupt.status();
                    yield outcome.changedNothing() ? Exit.NOTHING_CHANGED : Exit.MIDWAY;
                }
                case ApplyResult.Done(Plan plan) -> {
                    interrupt.close();
                    console.out().println();
                    yield verify(plan, PATIENCE);
                }
            };
        }
    }

    /**
     * Verifies also where there was nothing to do: what nobody declares, such as a router's port in OVN, is no difference
     * and can be broken all the same.
     *
     * @param plan which is empty
     */
    int unchanged(Plan plan) {
        console.out().println();
        return verify(plan, Verification.SHORT);
    }

    private int verify(Plan plan, Duration patience) {
        if (plan.probes().isEmpty()) return Exit.DONE;
        try {
            List<ProbeResult> results = new Verification(new Collector(plan.cluster(), connections, trace), patience,
                    (_, _) -> {}).of(plan.probes());
            console.out().print(VerifyText.of(results, layout));
            boolean failed = results.stream().anyMatch(ProbeResult::failed);
            if (!failed && results.stream().noneMatch(ProbeResult::isUnknown)) return Exit.DONE;
            if (plan.isEmpty() && failed)
                console.out().println("The cluster is as the file says, so apply changes nothing;"
                        + " run the commands above to fix what failed.");
            return Exit.NOT_VERIFIED;
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, plan.cluster()));
            console.err().println((plan.isEmpty() ? "There was nothing to do" : "All steps are done")
                    + ", but it could not be verified. Next: mcnet verify");
            return Exit.NOT_VERIFIED;
        }
    }

    @Override
    public boolean report(List<Diagnostic> diagnostics) {
        return console.report(diagnostics);
    }

    @Override
    public void waits(String text) {
        console.err().println(text);
    }

    @Override
    public void replanned(Plan current) {
        console.out().lines("The cluster has changed meanwhile. Now it is:\n\n");
        console.out().println(PlanText.of(current, layout));
    }

    @Override
    public ApplyProgress progress(Plan current) {
        return new ProgressText(current, console.out(), layout, console.interactive());
    }
}
