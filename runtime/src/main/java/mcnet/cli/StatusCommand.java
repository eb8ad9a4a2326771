package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.model.Member;
import mcnet.model.Program;
import mcnet.module.Situation;
import mcnet.observe.Asked;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.planner.Planner;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.StatusText;
import mcnet.status.Status;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet status}: one screen for whoever was woken up. */
final class StatusCommand implements Command {
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
        return "One screen: where each router is at work, which members and tunnels are up";
    }

    @Override
    public Options options() {
        return ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Trace> trace = Flags.trace(line, console);
        Optional<Host> host = Host.of(arguments);
        Optional<Situation> asked = host.isPresent()
                ? new HostCluster(host.get()).input(line, console)
                        .flatMap(i -> i.oneCluster(console).map(c -> whole(i.program(), c)))
                : ofFiles(line, arguments, console);
        if (asked.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        Situation now = asked.get();
        try {
            return show(now, line, trace.get(), console);
        } catch (FleetException e) {
            console.report(host.map(h -> Failures.of(e, now.cluster(), h.trust()))
                    .orElseGet(() -> Failures.of(e, now.cluster())));
            List<Member> rest = now.cluster().members().stream()
                    .filter(m -> e.failures().stream().noneMatch(f -> f.endpoint().name().equals(m.name()))).toList();
            return rest.isEmpty() ? Exit.NOTHING_CHANGED : without(now, rest, line, trace.get(), console);
        }
    }

    /** Whoever was woken up need not mend a file first: where it has errors, all that the cluster has is shown. */
    private static Optional<Situation> ofFiles(CommandLine line, List<String> arguments, Console console)
            throws ParseException {
        Input.Checked checked = Input.check(line, arguments);
        boolean wrong = checked.diagnostics().stream().anyMatch(Diagnostic::isError);
        Optional<Situation> known = wrong ? known(checked, line) : Optional.empty();
        if (known.isEmpty())
            return Input.read(line, arguments, console)
                    .flatMap(i -> i.cluster(console).map(c -> new Situation(i.program(), c, Observed.nothing())));
        console.err().println("The files have errors (mcnet check tells them), so this is what the cluster has:");
        return known;
    }

    private static Optional<Situation> known(Input.Checked checked, CommandLine line) {
        String wanted = line.getOptionValue("cluster", "");
        List<Cluster> clusters = checked.compiled().stamps().stream().flatMap(s -> s.program().clusters().stream())
                .filter(c -> wanted.isEmpty() || c.name().equals(wanted)).filter(c -> !c.members().isEmpty())
                .toList();
        if (clusters.stream().map(Cluster::name).distinct().count() != 1) return Optional.empty();
        Program program = checked.compiled().stamps().getFirst().program();
        return Optional.of(whole(program, clusters.getFirst()));
    }

    private static Situation whole(Program program, Cluster cluster) {
        return new Situation(program.emptied(), cluster, Observed.nothing(), true);
    }

    private static int without(Situation now, List<Member> rest, CommandLine line, Trace trace, Console console)
            throws ParseException {
        Cluster reached = new Cluster(now.cluster().name(), now.cluster().span(), rest);
        try {
            show(new Situation(now.program(), reached, Observed.nothing(), now.whole()), line, trace, console);
        } catch (FleetException e) {
            console.report(Failures.of(e, reached));
        }
        return Exit.NOTHING_CHANGED;
    }

    /** @return not all is known where a member did not answer */
    private static int show(Situation now, CommandLine line, Trace trace, Console console)
            throws FleetException, ParseException {
        try (Asking members = Fleet.reading(Connections.of(now.cluster(), line, console), new Tally())) {
            Gather gather = new Gather(now.cluster(), members, trace);
            Situation seen = now;
            for (List<Asked> next = open(seen); !next.isEmpty(); next = open(seen))
                seen = new Situation(now.program(), now.cluster(), seen.seen().and(gather.ask(next).answers()),
                        now.whole());
            console.out().print(StatusText.of(Status.of(seen)));
            List<Diagnostic> unreached = Planner.unreached(seen);
            console.report(unreached);
            return unreached.isEmpty() ? Exit.DONE : Exit.NOTHING_CHANGED;
        }
    }

    private static List<Asked> open(Situation now) {
        return Status.questions(now).stream().filter(q -> !now.seen().answers().containsKey(q)).distinct().toList();
    }
}
