package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.model.Program;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
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
        return "[FILE…]";
    }

    @Override
    public String summary() {
        return "One screen: where each router is at work, which tunnels are up";
    }

    @Override
    public Options options() {
        return ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<Trace> trace = Flags.trace(line, console);
        if (cluster.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        Program program = input.get().program();
        try (Asking members = Fleet.reading(Connections.of(cluster.get(), line, console), new Tally())) {
            Observed seen = new Gather(cluster.get(), members, trace.get())
                    .ask(Status.questions(program, cluster.get()));
            console.out().print(StatusText.of(Status.of(program, cluster.get(), seen)));
            return Exit.DONE;
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        }
    }
}
