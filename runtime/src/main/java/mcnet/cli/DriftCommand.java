package mcnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.plan.UndeclaredState;
import mcnet.planner.Drift;
import mcnet.planner.Planned;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.DriftText;
import mcnet.report.UndeclaredText;
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
        return "[--format text|json] [--ignore PATTERN] [--only KIND=NAME] [--observed FILE|none] [--all] [FILE…]";
    }

    @Override
    public String summary() {
        return "Tells what on the cluster is not as the files say; exits with 2 then";
    }

    @Override
    public Options options() {
        return Selecting.add(ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options())
                .addOption(Flags.format())
                .addOption(Observations.option())
                .addOption(Flags.all())
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
        Optional<Planning> open = cluster.flatMap(c -> line.hasOption("observed")
                ? Optional.of(Planning.of(input.get(), c, aim))
                : Planning.open(input.get(), c, aim, console));
        if (open.isEmpty() || json.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        String[] ignored = line.getOptionValues(IGNORE);
        try {
            Planning planning = open.get();
            Observed seen = observed(line, planning, cluster.get(), trace.get(), console);
            Planned planned = planning.compare(seen);
            Drift drift = Drift.of(planned.plan(), ignored == null ? List.of() : List.of(ignored));
            if (!planned.blocked())
                print(drift, Flags.all(line) ? Optional.of(planning.undeclared(seen)) : Optional.empty(), json.get(),
                        console);
            if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
            return Exit.ofDifferences(!drift.isEmpty(), planned.plan().unavailable());
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
        } catch (IOException e) {
            console.report(List.of(Observations.unreadable(Path.of(line.getOptionValue("observed")), e)));
        }
        return Exit.NOTHING_CHANGED;
    }

    private static Observed observed(CommandLine line, Planning planning, Cluster cluster, Trace trace,
            Console console) throws IOException, ParseException {
        if (line.hasOption("observed"))
            return Observations.of(line, planning, cluster, Flags.all(line), console);
        try (Asking members = Fleet.reading(Connections.of(cluster, line, console), new Tally())) {
            return Flags.all(line)
                    ? planning.observeAll(members, trace, Observed.nothing())
                    : planning.observe(members, trace);
        }
    }

    private static void print(Drift drift, Optional<UndeclaredState> undeclared, boolean json, Console console) {
        if (json)
            console.exact(undeclared.map(u -> DriftText.json(drift, u)).orElseGet(() -> DriftText.json(drift)));
        else {
            console.out().print(DriftText.of(drift, console.style()));
            undeclared.ifPresent(u -> console.out().print(UndeclaredText.of(u, console.style())));
        }
    }
}
