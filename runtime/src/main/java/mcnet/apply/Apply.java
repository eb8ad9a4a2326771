package mcnet.apply;

import java.io.UncheckedIOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.function.BooleanSupplier;
import java.util.stream.Collectors;
import mcnet.apply.lock.ClusterLock;
import mcnet.diagnostic.Diagnostic;
import mcnet.observe.CallTrace;
import mcnet.observe.SecretStore;
import mcnet.plan.Plan;
import mcnet.plan.Step;
import mcnet.ssh.Connections;

/**
 * Carries out a plan: members work side by side, each doing its steps one after the other, every step after those it
 * waits for. The first failure lets the steps under way finish and starts no other.
 */
public final class Apply {
    private final List<Step> steps;
    private final StepRunner runner;
    private final ApplyProgress progress;
    private final Set<String> doneIds = new HashSet<>();
    private final List<Step> done = new ArrayList<>();
    private final List<Step> failed = new ArrayList<>();
    private final List<Diagnostic> failures = new ArrayList<>();
    private final List<Step> waiting;

    private final BooleanSupplier stop;

    private Apply(Plan plan, Connections connections, SecretStore secretStore, ApplyProgress progress, CallTrace trace,
            BooleanSupplier stop,
            ClusterLock lock) {
        this.steps = plan.steps();
        this.waiting = new ArrayList<>(plan.steps());
        this.runner = new StepRunner(connections, plan.cluster(), secretStore, trace, lock);
        this.stop = stop;
        this.progress = progress;
    }

    /**
     * @param secretStore what the secrets are that the plan names
     * @param trace told of every call that may change something
     * @param stop asked before each step: true lets the running ones finish and starts no other
     * @param lock looked at before each call
     */
    public static ApplyOutcome run(Plan plan, Connections connections, SecretStore secretStore, ApplyProgress progress,
            CallTrace trace, BooleanSupplier stop,
            ClusterLock lock) {
        return new Apply(plan, connections, secretStore, progress, trace, stop, lock).run();
    }

    private ApplyOutcome run() {
        List<Thread> workers = new ArrayList<>();
        for (String member : steps.stream().map(Step::member).collect(Collectors.toCollection(LinkedHashSet::new))) {
            workers.add(Thread.ofPlatform().name("apply " + member).start(() -> work(member)));
        }
        for (Thread worker : workers) {
            try {
                worker.join();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
            }
        }
        return new ApplyOutcome(done, failed, failures, List.copyOf(waiting));
    }

    /** Nothing that goes wrong here may leave the others waiting. */
    private void work(String member) {
        try {
            for (Optional<Step> step = next(member); step.isPresent(); step = next(member)) {
                long start = System.nanoTime();
                Optional<Diagnostic> failure = attempt(step.get());
                finish(step.get(), Duration.ofNanos(System.nanoTime() - start), failure);
            }
        } catch (RuntimeException | Error e) {
            abandon(member, e);
        }
    }

    /** @return what went wrong */
    private Optional<Diagnostic> attempt(Step step) {
        try {
            synchronized (this) {
                progress.started(step);
            }
            runner.run(step);
            return Optional.empty();
        } catch (StepFailed e) {
            return Optional.of(e.reason());
        } catch (UncheckedIOException e) {
            return Optional.of(Diagnostic.error("MC0905", step.id() + ": the journal cannot be written")
                    .why(e.getMessage()).fix("free some space there, or set XDG_STATE_HOME to another folder;"
                            + " then apply again: it continues from here"));
        } catch (RuntimeException e) {
            return Optional.of(Diagnostic.error("MC0999", step.id() + ": " + e)
                    .why("this is a bug in mcnet").fix("report it with the plan"));
        } catch (Error e) {
            return Optional.of(Diagnostic.error("MC0906", step.id() + ": " + e)
                    .why("mcnet could not continue here; it is not known whether the step was done")
                    .fix("run the same apply again: it continues from here"));
        }
    }

    /** The next step of a member, waited for; empty when there is none left or one failed. */
    private synchronized Optional<Step> next(String member) {
        while (true) {
            if (!failures.isEmpty() || stop.getAsBoolean()) return Optional.empty();
            boolean left = false;
            for (Step step : waiting) {
                if (!step.member().equals(member)) continue;
                left = true;
                if (doneIds.containsAll(step.after())) {
                    waiting.remove(step);
                    return Optional.of(step);
                }
            }
            if (!left) return Optional.empty();
            try {
                wait();
            } catch (InterruptedException e) {
                Thread.currentThread().interrupt();
                return Optional.empty();
            }
        }
    }

    private synchronized void finish(Step step, Duration took, Optional<Diagnostic> failure) {
        if (failure.isEmpty()) {
            done.add(step);
            doneIds.add(step.id());
        } else {
            failed.add(step);
            failures.add(failure.get());
        }
        notifyAll();
        if (failure.isEmpty()) progress.done(step, took);
        else
            progress.failed(step, failure.get());
    }

    private synchronized void abandon(String member, Throwable cause) {
        failures.add(Diagnostic.error("MC0906", "the steps of " + member + " were not completed: " + cause)
                .why("this is a bug in mcnet").fix("run the same apply again: it continues from here"));
        notifyAll();
    }
}
