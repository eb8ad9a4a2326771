package mcnet.cli;

import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import mcnet.apply.Apply;
import mcnet.apply.Journal;
import mcnet.apply.Outcome;
import mcnet.apply.Verification;
import mcnet.apply.Verified;
import mcnet.gather.Endpoints;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.observe.Trace;
import mcnet.plan.Plan;
import mcnet.planner.Planned;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.OutcomeText;
import mcnet.report.PlanText;
import mcnet.report.ProgressText;
import mcnet.report.VerifyText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet apply}: plan, question, steps, verification. */
final class ApplyCommand implements Command {
    /** How long OVN may take to show what was applied. */
    private static final Duration PATIENCE = Duration.ofSeconds(60);

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public String usage() {
        return "[--yes] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows the plan, asks, carries it out and verifies that it works";
    }

    @Override
    public Options options() {
        return ProgramFlags.add(Flags.timeouts(Flags.trace(new Options()).addOption(Flags.yes())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<Trace> trace = Flags.trace(line, console);
        if (cluster.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        try (Fleet fleet = Fleet.writing(Endpoints.of(cluster.get(), Flags.limits(line)), new Tally())) {
            Planned planned = Settling.plan(Planning.of(input.get(), cluster.get()), fleet, trace.get(), console);
            if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
            console.out().print(PlanText.of(planned.plan(), console.style()));
            if (planned.plan().isEmpty()) return Exit.DONE;
            if (!agreed(line, planned.plan(), console)) return Exit.NOTHING_CHANGED;
            return apply(planned.plan(), fleet, trace.get(), console);
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        }
    }

    private static boolean agreed(CommandLine line, Plan plan, Console console) {
        if (Flags.yes(line)) return true;
        if (!console.interactive()) {
            console.err()
                    .println("mcnet apply: there is no terminal to ask at; read the plan and run it again with --yes");
            return false;
        }
        boolean yes = console.confirm("\nApply this to cluster " + plan.cluster().name() + "? Only \"yes\" is taken:");
        if (!yes) console.err().println("Nothing was changed.");
        return yes;
    }

    private static int apply(Plan plan, Fleet fleet, Trace trace, Console console) {
        console.out().println();
        Outcome outcome;
        boolean interrupted;
        try (Journal journal = Journal.begin(plan); Interrupt interrupt = new Interrupt(console)) {
            outcome = Apply.run(plan, fleet, new ProgressText(plan, console.out(), console.style()),
                    Trace.of(List.of(journal, trace)), interrupt);
            journal.end(outcome);
            interrupted = interrupt.getAsBoolean();
        } catch (IOException e) {
            console.err().println("mcnet apply: the journal cannot be written: " + e.getMessage());
            return Exit.NOTHING_CHANGED;
        }
        if (!outcome.complete()) {
            console.report(outcome.failures());
            console.out().print(OutcomeText.of(outcome, console.style()));
            return interrupted ? Exit.INTERRUPTED : Exit.MIDWAY;
        }
        console.out().println();
        return verify(plan, fleet, trace, console);
    }

    private static int verify(Plan plan, Fleet fleet, Trace trace, Console console) {
        try {
            List<Verified> verified = new Verification(new Gather(plan.cluster(), fleet, trace), PATIENCE, (_, _) -> {})
                    .of(plan.proofs());
            console.out().print(VerifyText.of(verified, console.style()));
            return verified.stream().anyMatch(Verified::failed) ? Exit.NOT_VERIFIED : Exit.DONE;
        } catch (FleetException e) {
            console.report(Failures.of(e, plan.cluster()));
            console.err().println("All steps are done, but they could not be verified. Next: mcnet verify");
            return Exit.NOT_VERIFIED;
        }
    }
}
