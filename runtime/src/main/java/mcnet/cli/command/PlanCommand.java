package mcnet.cli.command;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.cli.ClusterConnections;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.Format;
import mcnet.cli.FormatOption;
import mcnet.cli.ObservationFiles;
import mcnet.cli.PlanKey;
import mcnet.cli.ProgramOptions;
import mcnet.cli.SavedPlanFiles;
import mcnet.cli.SelectionOption;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.diagnostic.ShellWords;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.operation.PlanOperation;
import mcnet.operation.PlanningGoal;
import mcnet.plan.UndeclaredState;
import mcnet.planner.PlanningResult;
import mcnet.report.json.PlanJson;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;
import mcnet.report.text.PlanText;
import mcnet.report.text.UndeclaredText;
import mcnet.saved.SavedPlan;
import mcnet.ssh.ClassPreloader;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet plan}: what apply would do. */
public final class PlanCommand implements Command {
    private record PlanReport(PlanningResult planned, Optional<UndeclaredState> undeclared) {
        /** Nothing where something stands in the way: that is told instead. */
        TerminalText text(TextOptions layout) {
            if (planned.blocked()) return new TerminalText();
            TerminalText text = PlanText.of(planned.plan(), layout);
            undeclared.ifPresent(u -> text.append(UndeclaredText.of(u, layout.style())));
            return text;
        }

        String json() {
            return undeclared.map(u -> PlanJson.of(planned.plan(), planned.obstacles(), u))
                    .orElseGet(() -> PlanJson.of(planned.plan(), planned.obstacles()));
        }
    }

    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String usage() {
        return "[--format text|json] [--detailed-exitcode] [--only KIND=NAME] [--out PLAN] [--observed FILE|none] [--all] [--tally] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows what apply would change, without changing anything";
    }

    @Override
    public Options options() {
        return SelectionOption
                .add(ProgramOptions.addWithCluster(CommonOptions.timeouts(CommonOptions.trace(new Options())
                        .addOption(formats().option())
                        .addOption(Option.builder().longOpt("out").hasArg().argName("PLAN")
                                .desc("save the plan, for `mcnet show` and `mcnet apply`").get())
                        .addOption(CommonOptions.force())
                        .addOption(Option.builder().longOpt("detailed-exitcode")
                                .desc("exit with 2 if there are differences").get())
                        .addOption(ObservationFiles.option())
                        .addOption(CommonOptions.all())
                        .addOption(Option.builder().longOpt("tally")
                                .desc("print what reading cost: connections, turns, requests, bytes")
                                .get()))));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Format<PlanReport>> format = formats().read(line, console);
        Optional<CallTrace> trace = CommonOptions.trace(line, console);
        Optional<OutputFile> file = CommonOptions.out(line, SavedPlan.CONTENT, console);
        if (format.isEmpty() || trace.isEmpty() || line.hasOption("out") && file.isEmpty()) return Exit.NOTHING_CHANGED;
        if (line.hasOption("out") && ObservationFiles.isNone(line))
            throw new ParseException(
                    "cannot save the plan of a site without a cluster: remove --out or --observed none");
        if (!line.hasOption("observed")) ClassPreloader.start();
        PlanningGoal goal = new PlanningGoal(PlanningGoal.Goal.DECLARED, SelectionOption.of(line));
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        if (line.hasOption("out") && input.isPresent() && SavedPlanFiles.refused(input.get().program(), console))
            return Exit.NOTHING_CHANGED;
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        Optional<PlanOperation> open = cluster.flatMap(c -> line.hasOption("observed") && !line.hasOption("out")
                ? Optional.of(input.get().planning(c, goal))
                : input.get().planningWithSecrets(c, goal, console));
        if (open.isEmpty()) return Exit.NOTHING_CHANGED;
        PlanOperation planning = open.get();
        TrafficCounter tally = new TrafficCounter();
        Observation seen;
        try {
            seen = observed(line, planning, cluster.get(), tally, trace.get(), console);
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        } catch (IOException e) {
            console.report(List.of(ObservationFiles.unreadable(Path.of(line.getOptionValue("observed")), e)));
            return Exit.NOTHING_CHANGED;
        }
        PlanningResult planned = planning.plan(seen);
        format.get().print(new PlanReport(planned,
                CommonOptions.all(line) ? Optional.of(planning.undeclared(seen)) : Optional.empty()), line, console);
        if (line.hasOption("tally")) console.err().println("Reading: " + tally);
        if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
        if (line.hasOption("out")) {
            try {
                SavedPlanFiles.write(file.get(), input.get(), cluster.get(), goal.only(), planning, planned.plan(),
                        seen);
                console.err().println("Saved. Next: mcnet apply " + ShellWords.quoted(file.get().path()));
            } catch (PlanKey.UnusableKey e) {
                console.report(List.of(e.reason()));
                return Exit.NOTHING_CHANGED;
            } catch (FileException e) {
                console.report(List.of(e.diagnostic()));
                return Exit.NOTHING_CHANGED;
            }
        }
        if (!line.hasOption("detailed-exitcode")) return Exit.DONE;
        return Exit.ofDifferences(!planned.plan().isEmpty(), planned.plan().unavailable());
    }

    private static Observation observed(CommandLine line, PlanOperation planning, ClusterConnection cluster,
            TrafficCounter tally,
            CallTrace trace, Console console) throws IOException, ParseException {
        if (line.hasOption("observed"))
            return ObservationFiles.of(line, planning, cluster, CommonOptions.all(line), console);
        try (ReadOnlyConnections members = SshConnections.reading(ClusterConnections.of(cluster, line, console),
                tally)) {
            return CommonOptions.all(line)
                    ? planning.observeAll(members, trace, Observation.nothing())
                    : planning.observe(members, trace);
        }
    }

    private static FormatOption<PlanReport> formats() {
        return FormatOption.of(Format.text("text", PlanReport::text),
                Format.file("json", PlanReport::json));
    }
}
