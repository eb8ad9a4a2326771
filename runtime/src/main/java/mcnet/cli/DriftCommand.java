package mcnet.cli;

import java.util.List;
import java.util.Optional;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.observe.Trace;
import mcnet.planner.Drift;
import mcnet.planner.Planned;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.DriftText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet drift}: what on the cluster is not as the files say. */
final class DriftCommand implements Command {
    private static final String IGNORE = "ignore";

    @Override
    public String name() {
        return "drift";
    }

    @Override
    public String usage() {
        return "[--format text|json] [--ignore PATTERN] [--only KIND=NAME] [FILE…]";
    }

    @Override
    public String summary() {
        return "Tells what on the cluster is not as the files say; exits with 2 then";
    }

    @Override
    public Options options() {
        return Selecting.add(ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options())
                .addOption(Flags.format())
                .addOption(Option.builder().longOpt(IGNORE).hasArg().argName("PATTERN")
                        .desc("pass over what is called so, as in \"network web.ipv4.*\"; may be repeated").get()))));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Boolean> json = Flags.json(line, console);
        Optional<Trace> trace = Flags.trace(line, console);
        Aim aim = new Aim(Aim.Goal.DECLARED, Selecting.of(line));
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<Planning> open = cluster.flatMap(c -> Planning.open(input.get(), c, aim, console));
        if (open.isEmpty() || json.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        String[] ignored = line.getOptionValues(IGNORE);
        try (Asking members = Fleet.reading(Connections.of(cluster.get(), line, console), new Tally())) {
            Planning planning = open.get();
            Planned planned = planning.plan(planning.observe(members, trace.get()));
            Drift drift = Drift.of(planned.plan(), ignored == null ? List.of() : List.of(ignored));
            if (!planned.blocked()) {
                if (json.get()) console.exact(DriftText.json(drift));
                else
                    console.out().print(DriftText.of(drift, console.style()));
            }
            if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
            return drift.isEmpty() ? Exit.DONE : Exit.DIFFERENCES;
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        }
    }
}
