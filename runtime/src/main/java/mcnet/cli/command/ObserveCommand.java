package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.cli.ClusterConnections;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.ProgramOptions;
import mcnet.collect.ConnectionFailures;
import mcnet.diagnostic.Diagnostic;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.observe.ObservationFile;
import mcnet.observe.SecretRedactor;
import mcnet.operation.PlanOperation;
import mcnet.planner.Planner;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet observe}: what the cluster answers to a plan's questions, kept in a file. */
public final class ObserveCommand implements Command {
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
        return "Saves the cluster's answers to a file, for plan --observed, import --observed and bug reports";
    }

    @Override
    public Options options() {
        return ProgramOptions.addWithCluster(CommonOptions.timeouts(new Options().addOption(
                Option.builder().longOpt("out").hasArg().argName("FILE").required().desc("the file to write").get())
                .addOption(CommonOptions.force())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        if (cluster.isEmpty()) return Exit.NOTHING_CHANGED;
        Optional<OutputFile> file = CommonOptions.out(line, ObservationFile.CONTENT, console);
        if (file.isEmpty()) return Exit.NOTHING_CHANGED;
        try (ReadOnlyConnections members = SshConnections.reading(ClusterConnections.of(cluster.get(), line, console),
                new TrafficCounter())) {
            PlanOperation own = input.get().planning(cluster.get());
            PlanOperation whole = input.get().planningOfAll(cluster.get(), input.get().program().name());
            Observation seen = whole.observeAll(members, CallTrace.NONE, own.observe(members, CallTrace.NONE));
            ObservationFile.write(seen, own.redaction(SecretRedactor.BLANK), file.get());
            List<Diagnostic> unreached = Planner.unreached(own.now(seen));
            console.report(unreached);
            return unreached.isEmpty() ? Exit.DONE : Exit.NOTHING_CHANGED;
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, cluster.get()));
        } catch (FileException e) {
            console.report(List.of(e.diagnostic()));
        }
        return Exit.NOTHING_CHANGED;
    }
}
