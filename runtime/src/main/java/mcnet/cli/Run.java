package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import mcnet.diagnostic.Diagnostic;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.observe.Trace;
import mcnet.plan.Change;
import mcnet.plan.Plan;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.PlanText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** What all commands do that change a cluster: plan, question, steps, verification. */
record Run(CommandLine line, Console console) {
    private static final String BREAK_LOCK = "break-lock";
    private static final String ADOPT = "adopt";

    static Options options() {
        return Selecting.add(ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options()
                .addOption(Flags.yes())
                .addOption(Option.builder().longOpt(ADOPT)
                        .desc("with --yes: take over what somebody else made, where the file declares it").get())
                .addOption(Option.builder().longOpt(BREAK_LOCK).hasArg().argName("NUMBER")
                        .desc("take over the lease of this number: its holder is gone, as you know").get())))));
    }

    /**
     * Shows the plan, asks, and carries it out.
     *
     * @param question what is asked, {@code Apply this}
     * @return the exit status
     */
    int ask(Input input, Cluster cluster, Aim aim, String question) throws ParseException {
        return run(input, cluster, aim, plan -> agreed(plan, question), Optional.empty());
    }

    /** Carries out a plan that was read before. */
    int as(Agreed agreed, Input input, Cluster cluster, Aim aim) throws ParseException {
        return run(input, cluster, aim, _ -> true, Optional.of(agreed));
    }

    private int run(Input input, Cluster cluster, Aim aim, Predicate<Plan> question, Optional<Agreed> saved)
            throws ParseException {
        Optional<Trace> trace = Flags.trace(line, console);
        OptionalLong broken = broken();
        Optional<Planning> open = Planning.open(input, cluster, aim, console);
        if (trace.isEmpty() || open.isEmpty()) return Exit.NOTHING_CHANGED;
        Planning planning = open.get();
        if (saved.isPresent() && console.report(saved.get().otherSecrets(planning.vault())))
            return Exit.NOTHING_CHANGED;
        try (Fleet fleet = Fleet.writing(Connections.of(cluster, line, console), new Tally())) {
            Settled settled = Settled.plan(planning, fleet, trace.get(), console);
            if (saved.isPresent() && console.report(saved.get().stale(planning, settled.seen())))
                return Exit.NOTHING_CHANGED;
            Plan plan = settled.planned().plan();
            if (console.report(settled.planned().obstacles())) return Exit.NOTHING_CHANGED;
            if (saved.isPresent() && !plan.isEmpty() && saved.get().begun(planning, settled.seen())) {
                console.out().println("A part of this plan is done already. What is left of it:");
                console.out().println();
            }
            console.out().print(PlanText.of(plan, saved.isPresent() ? "the plan is already applied" : aim.goal().met(),
                    console.style()));
            if (plan.isEmpty())
                return aim.goal() == Aim.Goal.DECLARED
                        ? new Applying(planning, fleet, trace.get(), console).unchanged(plan)
                        : Exit.DONE;
            if (!question.test(plan)) return Exit.NOTHING_CHANGED;
            Optional<Agreed> agreed = Flags.yes(line) && saved.isEmpty()
                    ? Optional.empty()
                    : saved.or(() -> Optional.of(Agreed.on(planning, plan, settled.seen())));
            return new Applying(planning, fleet, trace.get(), console).run(plan, agreed, broken,
                    settled.stuck());
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster));
            return Exit.NOTHING_CHANGED;
        }
    }

    private OptionalLong broken() throws ParseException {
        String number = line.getOptionValue(BREAK_LOCK);
        if (number == null) return OptionalLong.empty();
        if (!number.matches("\\d{1,15}"))
            throw new ParseException("--" + BREAK_LOCK + " takes the number of a lease, not " + number);
        return OptionalLong.of(Long.parseLong(number));
    }

    private boolean agreed(Plan plan, String question) {
        if (Flags.yes(line)) return adoptable(plan);
        if (!console.interactive()) {
            console.err().println("mcnet: there is no terminal to ask at; read the plan and run it again with --yes");
            return false;
        }
        boolean yes = console.confirm("\n" + question + " on cluster " + plan.cluster().name()
                + "? Only \"yes\" is taken:");
        if (!yes) console.err().println("Nothing was changed.");
        return yes;
    }

    /** Nobody reads what {@code --yes} says yes to, and what is taken over may be removed one day. */
    private boolean adoptable(Plan plan) {
        if (plan.changes().stream().noneMatch(Change::takesOver) || line.hasOption(ADOPT)) return true;
        console.report(List.of(Diagnostic
                .error("MC0934", "the plan takes over what somebody else made")
                .why("--yes alone does not agree to that: from then on the file answers for these objects, and removes"
                        + " them when they are taken out of it")
                .fix("read the plan and add --adopt, or save it with plan --out and apply the file")));
        return false;
    }
}
