package mcnet.cli.command;

import java.util.List;
import java.util.Optional;
import mcnet.apply.ProbeResult;
import mcnet.apply.Verification;
import mcnet.cli.ClusterConnections;
import mcnet.cli.Command;
import mcnet.cli.CommandInput;
import mcnet.cli.CommonOptions;
import mcnet.cli.Console;
import mcnet.cli.Exit;
import mcnet.cli.ProgramOptions;
import mcnet.collect.Collector;
import mcnet.collect.ConnectionFailures;
import mcnet.model.ClusterConnection;
import mcnet.observe.CallTrace;
import mcnet.observe.Observation;
import mcnet.operation.PlanOperation;
import mcnet.planner.Planner;
import mcnet.report.text.VerifyText;
import mcnet.ssh.ReadOnlyConnections;
import mcnet.ssh.SshConnections;
import mcnet.ssh.UnreachableException;
import mcnet.ssh.transport.TrafficCounter;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet verify}: whether what the files declare can be seen to work. */
public final class VerifyCommand implements Command {
    @Override
    public String name() {
        return "verify";
    }

    @Override
    public String usage() {
        return "[FILE…]";
    }

    @Override
    public String summary() {
        return "Verifies that everything the files declare works; changes nothing";
    }

    @Override
    public Options options() {
        return ProgramOptions.addWithCluster(CommonOptions.timeouts(CommonOptions.trace(new Options())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<CommandInput> input = CommandInput.read(line, arguments, console);
        Optional<ClusterConnection> cluster = input.flatMap(i -> i.cluster(console));
        Optional<CallTrace> trace = CommonOptions.trace(line, console);
        if (cluster.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        PlanOperation planning = input.get().planning(cluster.get());
        try (ReadOnlyConnections members = SshConnections.reading(ClusterConnections.of(cluster.get(), line, console),
                new TrafficCounter())) {
            Observation seen = planning.observeWithProbes(members, trace.get());
            // Of a machine that is no member of the cluster nothing of what is declared could hold.
            if (console.report(Planner.strangers(planning.now(seen)))) return Exit.NOTHING_CHANGED;
            List<ProbeResult> verified = new Verification(new Collector(cluster.get(), members, trace.get()),
                    Verification.SHORT,
                    (_, _) -> {}).of(planning.probes(seen), seen);
            console.out().print(VerifyText.of(verified, console.layout(line)));
            return verified.stream().anyMatch(v -> v.failed() || v.isUnknown()) ? Exit.NOTHING_CHANGED : Exit.DONE;
        } catch (UnreachableException e) {
            console.report(ConnectionFailures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        }
    }
}
