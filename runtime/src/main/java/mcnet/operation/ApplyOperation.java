package mcnet.operation;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.function.UnaryOperator;
import mcnet.apply.Apply;
import mcnet.apply.ApplyOutcome;
import mcnet.apply.Journal;
import mcnet.apply.lock.ClusterLock;
import mcnet.apply.lock.LockUnavailable;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.Member;
import mcnet.observe.CallTrace;
import mcnet.observe.SecretRedactor;
import mcnet.plan.Plan;
import mcnet.plan.ResourceId;
import mcnet.product.Product;
import mcnet.product.ServerWording;
import mcnet.report.json.PlanJson;
import mcnet.ssh.Connections;
import mcnet.ssh.RemoteException;
import mcnet.ssh.UnreachableException;

/** A plan carried out: the cluster's lock, the same plan made again under it, the steps. */
public record ApplyOperation(PlanOperation planning, Connections connections, CallTrace trace, ApplyView view) {

    /**
     * @param shown the plan as it was shown
     * @param approved what somebody has read and said yes to; empty: nobody did, so that a plan which is another by now
     *        may take its place
     * @param broken the lock whose holder is known to be gone
     * @param stuck what is half made and was waited for already
     * @param stop asked before each step: true ends the apply behind the running steps
     */
    public ApplyResult run(Plan shown, Optional<ApprovedPlan> approved, OptionalLong broken, Set<ResourceId> stuck,
            BooleanSupplier stop) throws UnreachableException {
        try (Journal journal = Journal.begin(shown)) {
            CallTrace both = CallTrace.of(List.of(journal, trace));
            Plan current;
            ApplyOutcome outcome;
            UnaryOperator<String> words;
            try (ClusterLock lock = ClusterLock.take(connections, lead(shown), "apply of program " + shown.program(),
                    broken, both, view::waits, stop)) {
                SettledPlan settled = SettledPlan.plan(planning, connections, trace, view::waits, stuck);
                current = settled.planned().plan();
                words = ServerWording.of(Product.of(settled.seen()));
                if (approved.isPresent() && view.report(approved.get().stale(planning, settled.seen())))
                    return new ApplyResult.NotStarted(false);
                if (settled.planned().blocked()) return notStarted(settled.planned().obstacles());
                if (approved.isEmpty() && !same(shown, current)) view.replanned(current);
                outcome = Apply.run(current, connections, planning.secretStore(), view.progress(current), both, stop,
                        lock);
            }
            end(journal, outcome);
            if (outcome.complete()) return new ApplyResult.Done(current);
            view.report(outcome.failures().stream().map(failure -> failure.in(words)).toList());
            return new ApplyResult.Stopped(outcome);
        } catch (LockUnavailable e) {
            view.report(List.of(e.reason()));
            return new ApplyResult.NotStarted(e.held());
        } catch (RemoteException e) {
            return notStarted(List.of(ConnectionFailures.of(e, shown.cluster())));
        } catch (IOException | UncheckedIOException e) {
            return notStarted(List.of(Diagnostic.error("MC0905", "the journal cannot be written")
                    .why(e.getMessage()).fix("free some space there, or set XDG_STATE_HOME to another folder")));
        }
    }

    private ApplyResult notStarted(List<Diagnostic> reasons) {
        view.report(reasons);
        return new ApplyResult.NotStarted(false);
    }

    /** Any member that takes part: the lock is the whole cluster's. */
    private static String lead(Plan plan) {
        return plan.cluster().members().stream().map(Member::name)
                .filter(m -> plan.unavailable().stream().noneMatch(u -> u.name().equals(m))).findFirst()
                .orElse(plan.cluster().members().getFirst().name());
    }

    /** What was done stays done where the journal cannot say so. */
    private void end(Journal journal, ApplyOutcome outcome) {
        try {
            journal.end(outcome);
        } catch (UncheckedIOException e) {
            view.report(List.of(Diagnostic.warning("MC0907", "the journal of this apply is incomplete")
                    .why(e.getMessage()).fix("free some space there, or set XDG_STATE_HOME to another folder")));
        }
    }

    private static boolean same(Plan one, Plan other) {
        return PlanJson.json(one, List.of(), SecretRedactor.BLANK)
                .equals(PlanJson.json(other, List.of(), SecretRedactor.BLANK));
    }
}
