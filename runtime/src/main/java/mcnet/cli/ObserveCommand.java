package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.Diagnostic;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.observe.Observed;
import mcnet.observe.ObservedFile;
import mcnet.observe.Secrets;
import mcnet.observe.Trace;
import mcnet.planner.Planner;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet observe}: what the cluster answers to a plan's questions, kept in a file. */
final class ObserveCommand implements Command {
    @Override
    public String name() {
        return "observe";
    }

    @Override
    public String usage() {
        return "--out FILE [FILE…]";
    }

    @Override
    public String summary() {
        return "Keeps what the cluster answers in a file, for plan and import --observed and bug reports";
    }

    @Override
    public Options options() {
        return ProgramFlags.addWithCluster(Flags.timeouts(new Options().addOption(
                Option.builder().longOpt("out").hasArg().argName("FILE").required().desc("where to write it").get())
                .addOption(Flags.force())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        Optional<OutputFile> file = Flags.out(line, ObservedFile.CONTENT, console);
        if (file.isEmpty()) return Exit.NOTHING_CHANGED;
        try (Asking members = Fleet.reading(Connections.of(cluster.get(), line, console), new Tally())) {
            Planning own = Planning.of(input.get(), cluster.get());
            Planning whole = Planning.ofAll(input.get(), cluster.get(), input.get().program().name());
            Observed seen = whole.observeAll(members, Trace.NONE, own.observe(members, Trace.NONE));
            ObservedFile.write(seen, own.redaction(Secrets.BLANK), file.get());
            List<Diagnostic> unreached = Planner.unreached(own.now(seen));
            console.report(unreached);
            return unreached.isEmpty() ? Exit.DONE : Exit.NOTHING_CHANGED;
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
        } catch (FileException e) {
            console.report(List.of(e.diagnostic()));
        }
        return Exit.NOTHING_CHANGED;
    }
}
