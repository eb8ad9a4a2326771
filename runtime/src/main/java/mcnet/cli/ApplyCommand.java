package mcnet.cli;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import mcnet.gather.Endpoints;
import mcnet.gather.Failures;
import mcnet.model.Cluster;
import mcnet.observe.Trace;
import mcnet.plan.Plan;
import mcnet.planner.Planned;
import mcnet.remote.Fleet;
import mcnet.remote.FleetException;
import mcnet.remote.Tally;
import mcnet.report.PlanText;
import org.apache.commons.cli.CommandLine;
import org.apache.commons.cli.Option;
import org.apache.commons.cli.Options;
import org.apache.commons.cli.ParseException;

/** {@code mcnet apply}: plan, question, steps, verification. */
final class ApplyCommand implements Command {
    private static final String BREAK_LOCK = "break-lock";

    @Override
    public String name() {
        return "apply";
    }

    @Override
    public String usage() {
        return "[--yes] [FILE…]";
    }

    @Override
    public String summary() {
        return "Shows the plan, asks, carries it out and verifies that it works";
    }

    @Override
    public Options options() {
        return ProgramFlags.addWithCluster(Flags.timeouts(Flags.trace(new Options()).addOption(Flags.yes())
                .addOption(Option.builder().longOpt(BREAK_LOCK).hasArg().argName("NUMBER")
                        .desc("take over the lease of this number: its holder is gone, as you know").get())));
    }

    @Override
    public int run(CommandLine line, List<String> arguments, Console console) throws ParseException {
        Optional<Input> input = Input.read(line, arguments, console);
        Optional<Cluster> cluster = input.flatMap(i -> i.cluster(console));
        Optional<Trace> trace = Flags.trace(line, console);
        if (cluster.isEmpty() || trace.isEmpty()) return Exit.NOTHING_CHANGED;
        OptionalLong broken = broken(line);
        try (Fleet fleet = Fleet.writing(Endpoints.of(cluster.get(), Flags.limits(line)), new Tally())) {
            Planning planning = Planning.of(input.get(), cluster.get());
            Planned planned = Settling.plan(planning, fleet, trace.get(), console);
            if (console.report(planned.obstacles())) return Exit.NOTHING_CHANGED;
            console.out().print(PlanText.of(planned.plan(), console.style()));
            if (planned.plan().isEmpty()) return Exit.DONE;
            if (!agreed(line, planned.plan(), console)) return Exit.NOTHING_CHANGED;
            return new Applying(planning, fleet, trace.get(), console).run(planned.plan(), Flags.yes(line), broken);
        } catch (FleetException e) {
            console.report(Failures.of(e, cluster.get()));
            return Exit.NOTHING_CHANGED;
        }
    }

    private static OptionalLong broken(CommandLine line) throws ParseException {
        String number = line.getOptionValue(BREAK_LOCK);
        if (number == null) return OptionalLong.empty();
        if (!number.matches("\\d{1,15}"))
            throw new ParseException("--" + BREAK_LOCK + " takes the number of a lease, not " + number);
        return OptionalLong.of(Long.parseLong(number));
    }

    private static boolean agreed(CommandLine line, Plan plan, Console console) {
        if (Flags.yes(line)) return true;
        if (!console.interactive()) {
            console.err()
                    .println("mcnet apply: there is no terminal to ask at; read the plan and run it again with --yes");
            return false;
        }
        boolean yes = console.confirm("\nApply this to cluster " + plan.cluster().name() + "? Only \"yes\" is taken:");
        if (!yes) console.err().println("Nothing was changed.");
        return yes;
    }
}
