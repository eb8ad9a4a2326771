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
import mcnet.cli.ProgramOptions;
import mcnet.cli.SelectionOption;
import mcnet.collect.ConnectionFailures;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.operation.PlanOperation;
import mcnet.operation.PlanningGoal;
import mcnet.plan.UndeclaredState;
import mcnet.planner.Drift;
import mcnet.planner.PlanningResult;
import mcnet.report.terminal.TerminalText;
import mcnet.report.terminal.TextOptions;
import mcnet.report.text.DriftText;
import mcnet.report.text.UndeclaredText;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet drift}: what on the cluster is not as the files say. */
public final class DriftCommand implements Command {
    private record DriftReport(Drift drift, Optional<UndeclaredState> undeclared) {
        TerminalText text(TextOptions layout) {
            TerminalText text = DriftText.of(drift, layout.style());
            undeclared.ifPresent(u -> text.append(UndeclaredText.of(u, layout.style())));
            return text;
        }

        String json() {
            return undeclared.map(u -> DriftText.json(drift, u)).orElseGet(() -> DriftText.json(drift));
        }
    }

    private static final String IGNORE = "ignore";

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String usage() {
        return "[--format text|json] [--ignore PATTERN] [--only KIND=NAME] [--observed FILE|none] [--all] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows where the cluster differs from the files; exits with 2 if it does";
    }

    @Override
    public Options options() {
        return SelectionOption
                .add(ProgramOptions.addWithCluster(CommonOptions.timeouts(CommonOptions.trace(new Options())
                        .addOption(formats().option())
                        .addOption(ObservationFiles.option())
                        .addOption(CommonOptions.all())
                        .addOption(Option.builder().longOpt(IGNORE).hasArg().argName("PATTERN")
                                .desc("ignore differences that match, such as \"network web.ipv4.*\"; may be"
                                        + " repeated")
                                .get()))));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Format<DriftReport>> format = formats().read(line, console);
        Optional<CallTrace> trace = CommonOptions.trace(line, console);
        PlanningGoal goal = new PlanningGoal(PlanningGoal.Goal.DECLARED, SelectionOption.of(line));
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        Optional<PlanOperation> open = cluster.flatMap(c -> line.hasOption("observed")
                ? Optional.of(input.get().planning(c, goal))
                : input.get().planningWithSecrets(c, goal, console));
        if (open.isEmpty() || format.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        String[] ignored = line.getOptionValues(IGNORE);
        try {
            PlanOperation planning = open.get();
            Observation seen = observed(line, planning, cluster.get(), trace.get(), console);
            PlanningResult planned = planning.compare(seen);
            Drift drift = Drift.of(planned.plan(), ignored == null ? List.of() : List.of(ignored));
            if (!planned.blocked())
                format.get().print(new DriftReport(drift,
                        CommonOptions.all(line) ? Optional.of(planning.undeclared(seen)) : Optional.empty()), line,
                        console);
            if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
            return Exit.ofDifferences(!drift.isEmpty(), planned.plan().unavailable());
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, cluster.get()));
        } catch (IOException e) {
            console.report(List.of(ObservationFiles.unreadable(Path.of(line.getOptionValue("observed")), e)));
        }
        return Exit.NOTHING_CHANGED;
    }

    private static Observation observed(CommandLine line, PlanOperation planning, ClusterConnection cluster,
            CallTrace trace,
            Console console) throws IOException, ParseException {
        if (line.hasOption("observed"))
            return ObservationFiles.of(line, planning, cluster, CommonOptions.all(line), console);
        try (ReadOnlyConnections members = SshConnections.reading(ClusterConnections.of(cluster, line, console),
                new TrafficCounter())) {
            return CommonOptions.all(line)
                    ? planning.observeAll(members, trace, Observation.nothing())
                    : planning.observe(members, trace);
        }
    }

    private static FormatOption<DriftReport> formats() {
        return FormatOption.of(Format.text("text", DriftReport::text),
                Format.file("json", DriftReport::json));
    }
}
