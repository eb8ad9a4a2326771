package mcnet.cli;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import mcnet.apply.Apply;
import mcnet.apply.Journal;
import mcnet.apply.Outcome;
import mcnet.apply.Verification;
import mcnet.apply.Verified;
import mcnet.apply.lease.Lease;
import mcnet.apply.lease.NotTaken;
import mcnet.diagnostic.Diagnostic;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Member;
import mcnet.observe.Secrets;
import mcnet.observe.Trace;
import mcnet.plan.Plan;
import mcnet.plan.ResourceId;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.RemoteException;
import mcnet.report.OutcomeText;
import mcnet.report.PlanJson;
import mcnet.report.PlanText;
import mcnet.report.ProgressText;
import mcnet.report.VerifyText;

/** What follows the yes: the cluster's lease, another look, the steps, verification. */
record Applying(Planning planning, Fleet fleet, Trace trace, Console console) {
    /** How long OVN may take to show what was applied. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    /**
     * @param plan as it was shown
     * @param agreed what somebody has read and said yes to; empty: nobody did, so that a plan which is another by now
     *        may take its place
     * @param broken the lease whose holder is known to be gone
     * @param stuck what is half made and was waited for already
     * @return the exit status
     */
    int run(Plan plan, Optional<Agreed> agreed, OptionalLong broken, Set<ResourceId> stuck) throws FleetException {
        console.out().println();
        try (Journal journal = Journal.begin(plan); Interrupt interrupt = new Interrupt(console)) {
            Trace both = Trace.of(List.of(journal, trace));
            Plan current;
            Outcome outcome;
            try (Lease lease = Lease.take(fleet, lead(plan), "apply of program " + plan.program(), broken, both,
                    console.err()::println, interrupt)) {
                Settled settled = Settled.plan(planning, fleet, trace, console, stuck);
                current = settled.planned().plan();
                if (agreed.isPresent() && console.report(agreed.get().stale(planning, settled.seen())))
                    return Exit.NOTHING_CHANGED;
                if (settled.planned().blocked()) {
                    console.report(settled.planned().obstacles());
                    return Exit.NOTHING_CHANGED;
                }
                if (agreed.isEmpty() && !same(plan, current)) {
                    console.out().lines("The cluster has changed meanwhile. Now it is:\n\n");
                    console.out().println(PlanText.of(current, console.style()));
                }
                outcome = Apply.run(current, fleet, planning.vault(),
                        new ProgressText(current, console.out(), console.style()), both,
                        interrupt, lease);
            }
            end(journal, outcome);
            if (!outcome.complete()) {
                console.report(outcome.failures());
                console.out().print(OutcomeText.of(outcome, console.style()));
                return interrupt.getAsBoolean()
                        ? interrupt.status()
                        : outcome.changedNothing() ? Exit.NOTHING_CHANGED : Exit.MIDWAY;
            }
            plan = current;
        } catch (NotTaken e) {
            console.report(List.of(e.reason()));
            return e.held() ? Exit.HELD : Exit.NOTHING_CHANGED;
        } catch (RemoteException e) {
            console.report(List.of(Failures.of(e, plan.cluster())));
            return Exit.NOTHING_CHANGED;
        } catch (IOException | UncheckedIOException e) {
            console.report(List.of(Diagnostic.error("MC0905", "the journal cannot be written")
                    .why(e.getMessage()).fix("make room there, or name another folder by XDG_STATE_HOME")));
            return Exit.NOTHING_CHANGED;
        }
        console.out().println();
        return verify(plan, PATIENCE);
    }

    /** Any member that takes part: the lease is the whole cluster's. */
    private static String lead(Plan plan) {
        return plan.cluster().members().stream().map(Member::name)
                .filter(m -> plan.unavailable().stream().noneMatch(u -> u.name().equals(m))).findFirst()
                .orElse(plan.cluster().members().getFirst().name());
    }

    /** What was done stays done where the journal cannot say so. */
    private void end(Journal journal, Outcome outcome) {
        try {
            journal.end(outcome);
        } catch (UncheckedIOException e) {
            console.report(List.of(Diagnostic.warning("MC0907", "the journal of this apply is incomplete")
                    .why(e.getMessage()).fix("make room there, or name another folder by XDG_STATE_HOME")));
        }
    }

    private static boolean same(Plan one, Plan other) {
        return PlanJson.json(one, List.of(), Secrets.BLANK).equals(PlanJson.json(other, List.of(), Secrets.BLANK));
    }

    /**
     * Looks whether all works, also where there was nothing to do: what nobody declares, such as a router's port in OVN,
     * is no difference and can be broken all the same.
     *
     * @param plan which is empty
     */
    int unchanged(Plan plan) {
        console.out().println();
        return verify(plan, Verification.SHORT);
    }

    private int verify(Plan plan, Duration patience) {
        if (plan.proofs().isEmpty()) return Exit.DONE;
        try {
            List<Verified> verified = new Verification(new Gather(plan.cluster(), fleet, trace), patience, (_, _) -> {})
                    .of(plan.proofs());
            console.out().print(VerifyText.of(verified, console.style()));
            boolean failed = verified.stream().anyMatch(Verified::failed);
            if (!failed && verified.stream().noneMatch(Verified::isUnknown)) return Exit.DONE;
            if (plan.isEmpty() && failed)
                console.out().println("The cluster is as the file says, so apply changes nothing; what failed is mended"
                        + " by the commands above.");
            return Exit.NOT_VERIFIED;
        } catch (FleetException e) {
            console.report(Failures.of(e, plan.cluster()));
            console.err().println((plan.isEmpty() ? "There was nothing to do" : "All steps are done")
                    + ", but it could not be verified. Next: mcnet verify");
            return Exit.NOT_VERIFIED;
        }
    }
}
