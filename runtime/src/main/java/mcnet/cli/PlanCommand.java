package mcnet.cli;

import java.io.IOException;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import mcnet.diagnostic.ShellWords;
import mcnet.diagnostic.Diagnostic;
import mcnet.file.FileException;
import mcnet.file.OutputFile;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.observe.Observed;
import mcnet.observe.Trace;
import mcnet.plan.UndeclaredState;
import mcnet.planner.Planned;
import mcnet.remote.Ahead;
import mcnet.remote.Asking;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.PlanJson;
import mcnet.report.PlanText;
import mcnet.report.UndeclaredText;
import mcnet.saved.SavedPlan;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet plan}: what apply would do. */
final class PlanCommand implements Command {
    @Override
    public String name() {
        return "plan";
    }

    @Override
    public String usage() {
        return "[--format text|json] [--detailed-exitcode] [--only KIND=NAME] [--out PLAN] [--observed FILE|none] [--all] [--tally] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows what apply would change, and changes nothing";
    }

    @Override
    public Options options() {
        return Selecting.add(ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options())
                .addOption(Flags.format())
                .addOption(Option.builder().longOpt("out").hasArg().argName("PLAN")
                        .desc("save the plan, for `mcnet show` and `mcnet apply`").get())
                .addOption(Flags.force())
                .addOption(Option.builder().longOpt("detailed-exitcode")
                        .desc("exit with 2 where there are differences").get())
                .addOption(Observations.option())
                .addOption(Flags.all())
                .addOption(Option.builder().longOpt("tally")
                        .desc("say at the end what reading cost: connections, turns, requests, bytes").get()))));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Boolean> json = Flags.json(line, console);
        Optional<Trace> trace = Flags.trace(line, console);
        Optional<OutputFile> file = Flags.out(line, SavedPlan.CONTENT, console);
        if (json.isEmpty() || trace.isEmpty() || line.hasOption("out") && file.isEmpty()) return Exit.NOTHING_CHANGED;
        if (line.hasOption("out") && Observations.isNone(line))
            throw new ParseException(
                    "the plan of a site that is not built cannot be saved: leave --out or --observed none out");
        if (!line.hasOption("observed")) Ahead.start();
        Aim aim = new Aim(Aim.Goal.DECLARED, Selecting.of(line));
        Optional<Input> input = Input.read(line, arguments, console);
        if (line.hasOption("out") && input.isPresent() && Saved.refused(input.get().program(), console))
            return Exit.NOTHING_CHANGED;
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<Planning> open = cluster.flatMap(c -> line.hasOption("observed") && !line.hasOption("out")
                ? Optional.of(Planning.of(input.get(), c, aim))
                : Planning.open(input.get(), c, aim, console));
        if (open.isEmpty()) return Exit.NOTHING_CHANGED;
        Planning planning = open.get();
        Tally tally = new Tally();
        Observed seen;
        try {
            seen = observed(line, planning, cluster.get(), tally, trace.get(), console);
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        } catch (IOException e) {
            console.report(List.of(Observations.unreadable(Path.of(line.getOptionValue("observed")), e)));
            return Exit.NOTHING_CHANGED;
        }
        Planned planned = planning.plan(seen);
        print(planned, Flags.all(line) ? Optional.of(planning.undeclared(seen)) : Optional.empty(), json.get(),
                console);
        if (line.hasOption("tally")) console.err().println("Reading: " + tally);
        if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
        if (line.hasOption("out")) {
            try {
                Saved.write(file.get(), input.get(), cluster.get(), aim.only(), planning, planned.plan(), seen);
                console.err().println("Saved. Next: mcnet apply " + ShellWords.quoted(file.get().path()));
            } catch (PlanKey.Unusable e) {
                console.report(List.of(e.reason()));
                return Exit.NOTHING_CHANGED;
            } catch (FileException e) {
                console.report(List.of(e.diagnostic()));
                return Exit.NOTHING_CHANGED;
            }
        }
        if (!line.hasOption("detailed-exitcode")) return Exit.DONE;
        return Exit.ofDifferences(!planned.plan().isEmpty(), planned.plan().unavailable());
    }

    private static void print(Planned planned, Optional<UndeclaredState> undeclared, boolean json, Console console) {
        if (json)
            console.exact(undeclared.map(u -> PlanJson.of(planned.plan(), planned.obstacles(), u))
                    .orElseGet(() -> PlanJson.of(planned.plan(), planned.obstacles())));
        else if (!planned.blocked()) {
            console.out().print(PlanText.of(planned.plan(), console.style()));
            undeclared.ifPresent(u -> console.out().print(UndeclaredText.of(u, console.style())));
        }
    }

    private static Observed observed(CommandLine line, Planning planning, Cluster cluster, Tally tally,
            Trace trace, Console console) throws IOException, ParseException {
        if (line.hasOption("observed"))
            return Observations.of(line, planning, cluster, Flags.all(line), console);
        try (Asking members = Fleet.reading(Connections.of(cluster, line, console), tally)) {
            return Flags.all(line)
                    ? planning.observeAll(members, trace, Observed.nothing())
                    : planning.observe(members, trace);
        }
    }
}
