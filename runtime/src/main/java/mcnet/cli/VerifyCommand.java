package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.apply.Verification;
import mcnet.apply.Verified;
import mcnet.gather.Failures;
import mcnet.gather.Gather;
import mcnet.model.Cluster;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.planner.Planner;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.VerifyText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet verify}: whether what the files declare can be seen to work. */
final class VerifyCommand implements Command {
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
        return ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<Trace> trace = Flags.trace(line, console);
        if (cluster.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        Planning planning = Planning.of(input.get(), cluster.get());
        try (Asking members = Fleet.reading(Connections.of(cluster.get(), line, console), new Tally())) {
            Observed seen = planning.observeWithProofs(members, trace.get());
            // Of a machine that is no member of the cluster nothing of what is declared could hold.
            if (console.report(Planner.strangers(planning.now(seen)))) return Exit.NOTHING_CHANGED;
            List<Verified> verified = new Verification(new Gather(cluster.get(), members, trace.get()),
                    Verification.SHORT,
                    (_, _) -> {}).of(planning.proofs(seen), seen);
            console.out().print(VerifyText.of(verified, console.style()));
            return verified.stream().anyMatch(v -> v.failed() || v.isUnknown()) ? Exit.NOTHING_CHANGED : Exit.DONE;
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        }
    }
}
