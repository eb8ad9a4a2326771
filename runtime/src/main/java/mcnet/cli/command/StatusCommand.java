package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.ClusterConnections;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.HostArgument;
import mcnet.cli.HostCluster;
import mcnet.cli.ProgramOptions;
import mcnet.collect.Collector;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.model.ClusterConnection;
import mcnet.model.Member;
import mcnet.model.Program;
import mcnet.module.PlanningContext;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.observe.Query;
import mcnet.planner.Planner;
import mcnet.report.text.StatusText;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import mcnet.status.Status;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet status}: one screen for whoever was woken up. */
public final class StatusCommand implements Command {
    @Override
    public String name() {
        return "status";
    }

    @Override
    public String usage() {
        return "[[USER@]HOST | FILE…]";
    }

    @Override
    public String summary() {
        return "Shows on one screen where each router runs and which members and tunnels are up";
    }

    @Override
    public Options options() {
        return ProgramOptions.addWithCluster(CommonOptions.timeouts(CommonOptions.trace(new Options())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<CallTrace> trace = CommonOptions.trace(line, console);
        Optional<HostArgument> host = HostArgument.of(arguments);
        Optional<PlanningContext> asked = host.isPresent()
                ? new HostCluster(host.get()).input(line, console)
                        .flatMap(i -> i.oneCluster(console).map(c -> whole(i.program(), c)))
                : ofFiles(line, arguments, console);
        if (asked.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        PlanningContext now = asked.get();
        try {
            return show(now, line, trace.get(), console);
        } catch (UnreachableException e) {
            console.report(host.map(h -> ConnectionFailures.of(e, now.cluster(), h.trust()))
                    .orElseGet(() -> ConnectionFailures.of(e, now.cluster())));
            List<Member> rest = now.cluster().members().stream()
                    .filter(m -> e.failures().stream().noneMatch(f -> f.endpoint().name().equals(m.name()))).toList();
            return rest.isEmpty() ? Exit.NOTHING_CHANGED : without(now, rest, line, trace.get(), console);
        }
    }

    /** Whoever was woken up need not mend a file first: where it has errors, all that the cluster has is shown. */
    private static Optional<PlanningContext> ofFiles(CommandLine line, List<String> arguments, Console console)
            throws ParseException {
        CommandInput.Checked checked = CommandInput.check(line, arguments);
        boolean wrong = checked.diagnostics().stream().anyMatch(Diagnostic::isError);
        Optional<PlanningContext> known = wrong ? known(checked, line) : Optional.empty();
        if (known.isEmpty())
            return CommandInput.read(line, arguments, console)
                    .flatMap(i -> i.cluster(console)
                            .map(c -> new PlanningContext(i.program(), c, Observation.nothing())));
        console.err().println("The files have errors (see mcnet check), so this shows the cluster alone:");
        return known;
    }

    private static Optional<PlanningContext> known(CommandInput.Checked checked, CommandLine line) {
        String desired = line.getOptionValue("cluster", "");
        List<ClusterConnection> clusters = checked.compiled().perCluster().stream()
                .flatMap(s -> s.program().clusters().stream())
                .filter(c -> desired.isEmpty() || c.name().equals(desired)).filter(c -> !c.members().isEmpty())
                .toList();
        if (clusters.stream().map(ClusterConnection::name).distinct().count() != 1) return Optional.empty();
        Program program = checked.compiled().perCluster().getFirst().program();
        return Optional.of(whole(program, clusters.getFirst()));
    }

    private static PlanningContext whole(Program program, ClusterConnection cluster) {
        return new PlanningContext(program.emptied(), cluster, Observation.nothing(), true);
    }

    private static int without(PlanningContext now, List<Member> rest, CommandLine line, CallTrace trace,
            Console console)
            throws ParseException {
        ClusterConnection reached = new ClusterConnection(now.cluster().name(), now.cluster().span(), rest);
        try {
            show(new PlanningContext(now.program(), reached, Observation.nothing(), now.whole()), line, trace, console);
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, reached));
        }
        return Exit.NOTHING_CHANGED;
    }

    /** @return not all is known where a member did not answer */
    private static int show(PlanningContext now, CommandLine line, CallTrace trace, Console console)
            throws UnreachableException, ParseException {
        try (ReadOnlyConnections members = SshConnections.reading(ClusterConnections.of(now.cluster(), line, console),
                new TrafficCounter())) {
            Collector collector = new Collector(now.cluster(), members, trace);
            PlanningContext seen = now;
            for (List<Query> next = open(seen); !next.isEmpty(); next = open(seen))
                seen = new PlanningContext(now.program(), now.cluster(), seen.seen().and(collector.ask(next).answers()),
                        now.whole());
            console.out().print(StatusText.of(Status.of(seen)));
            List<Diagnostic> unreached = Planner.unreached(seen);
            console.report(unreached);
            return unreached.isEmpty() ? Exit.DONE : Exit.NOTHING_CHANGED;
        }
    }

    private static List<Query> open(PlanningContext now) {
        return Status.queries(now).stream().filter(q -> !now.seen().answers().containsKey(q)).distinct().toList();
    }
}
