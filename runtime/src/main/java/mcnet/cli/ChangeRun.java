package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Predicate;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.operation.ApprovedPlan;
import mcnet.operation.PlanOperation;
import mcnet.operation.PlanningGoal;
import mcnet.operation.SettledPlan;
import mcnet.plan.Change;
import mcnet.plan.Plan;
import mcnet.report.text.PlanText;
import mcnet.ssh.Connections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** What all commands do that change a cluster: plan, question, steps, verification. */
public record ChangeRun(CommandLine line, Console console) {
    private static final String BREAK_LOCK = "break-lock";
    private static final String ADOPT = "adopt";

    public static Options options() {
        return SelectionOption
                .add(ProgramOptions.addWithCluster(CommonOptions.timeouts(CommonOptions.trace(new Options()
                        .addOption(CommonOptions.yes())
                        .addOption(Option.builder().longOpt(ADOPT)
                                .desc("with --yes: adopt existing objects that the file declares")
                                .get())
                        .addOption(Option.builder().longOpt(BREAK_LOCK).hasArg().argName("NUMBER")
                                .desc("take over the cluster lock of this number; only if its holder no longer"
                                        + " runs")
                                .get())))));
    }

    /**
     * Shows the plan, asks, and carries it out.
     *
     * @param question what is asked, {@code Apply this}
     * @return the exit status
     */
    public int ask(CommandInput input, ClusterConnection cluster, PlanningGoal goal, String question)
            throws ParseException {
        return run(input, cluster, goal, plan -> agreed(plan, question), Optional.empty());
    }

    /** Carries out a plan that was read before. */
    public int as(ApprovedPlan agreed, CommandInput input, ClusterConnection cluster, PlanningGoal goal)
            throws ParseException {
        return run(input, cluster, goal, _ -> true, Optional.of(agreed));
    }

    private int run(CommandInput input, ClusterConnection cluster, PlanningGoal goal, Predicate<Plan> question,
            Optional<ApprovedPlan> saved)
            throws ParseException {
        Optional<CallTrace> trace = CommonOptions.trace(line, console);
        OptionalLong broken = broken();
        Optional<PlanOperation> open = input.planningWithSecrets(cluster, goal, console);
        if (trace.isEmpty() || open.isEmpty()) return Exit.NOTHING_CHANGED;
        PlanOperation planning = open.get();
        if (saved.isPresent() && console.report(saved.get().otherSecrets(planning.secretStore())))
            return Exit.NOTHING_CHANGED;
        try (Connections connections = SshConnections.writing(ClusterConnections.of(cluster, line, console),
                new TrafficCounter())) {
            SettledPlan settled = SettledPlan.plan(planning, connections, trace.get(), console.err()::println);
            if (saved.isPresent() && console.report(saved.get().stale(planning, settled.seen())))
                return Exit.NOTHING_CHANGED;
            Plan plan = settled.planned().plan();
            if (console.report(settled.planned().obstacles())) return Exit.NOTHING_CHANGED;
            if (saved.isPresent() && !plan.isEmpty() && saved.get().begun(planning, settled.seen())) {
                console.out().println("Part of this plan is already applied. Remaining:");
                console.out().println();
            }
            console.out().print(PlanText.of(plan, saved.isPresent() ? "the plan is already applied" : goal.goal().met(),
                    console.layout(line)));
            if (plan.isEmpty())
                return goal.goal() == PlanningGoal.Goal.DECLARED
                        ? new ApplyConsole(planning, connections, trace.get(), console, console.layout(line))
                                .unchanged(plan)
                        : Exit.DONE;
            if (!question.test(plan)) return Exit.NOTHING_CHANGED;
            Optional<ApprovedPlan> agreed = CommonOptions.yes(line) && saved.isEmpty()
                    ? Optional.empty()
                    : saved.or(() -> Optional.of(ApprovedPlan.on(planning, plan, settled.seen())));
            return new ApplyConsole(planning, connections, trace.get(), console, console.layout(line)).run(plan, agreed,
                    broken,
                    settled.stuck());
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, cluster));
            return Exit.NOTHING_CHANGED;
        }
    }

    private OptionalLong broken() throws ParseException {
        String number = line.getOptionValue(BREAK_LOCK);
        if (number == null) return OptionalLong.empty();
        if (!number.matches("\\d{1,15}"))
            throw new ParseException("--" + BREAK_LOCK + " needs the number of a lock, not " + number);
        return OptionalLong.of(Long.parseLong(number));
    }

    private boolean agreed(Plan plan, String question) {
        if (CommonOptions.yes(line)) return adoptable(plan);
        if (!console.interactive()) {
            console.err().println("mcnet: there is no terminal to ask for confirmation; read the plan and run"
                    + " it again with --yes");
            return false;
        }
        boolean yes = console.confirm("\n" + question + " on cluster " + plan.cluster().name()
                + "? Only \"yes\" is accepted:");
        if (!yes) console.err().println("Nothing was changed.");
        return yes;
    }

    /** Nobody reads what {@code --yes} says yes to, and what is taken over may be removed one day. */
    private boolean adoptable(Plan plan) {
        if (plan.changes().stream().noneMatch(Change::takesOver) || line.hasOption(ADOPT)) return true;
        console.report(List.of(Diagnostic
                .error("MC0934", "the plan adopts objects that mcnet did not create")
                .why("--yes alone does not confirm this: adopted objects are managed by this program, and"
                        + " removed when their declaration is removed")
                .fix("review the plan and add --adopt, or save it with plan --out and apply the saved plan")));
        return false;
    }
}
